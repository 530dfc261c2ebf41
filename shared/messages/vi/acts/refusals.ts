import type { MessageParams, MessageText } from '../../../text/problem.ts';

/** Why an act was not done: what stands, and what to do instead. */
export const actFaults = {
  notAccepted:
    'Hồ sơ này chưa được tiếp nhận nên chưa làm được việc đó. Chưa có gì thay đổi. Tiếp nhận hồ sơ (F2) trước.',
  alreadyReturned:
    'Kết quả của hồ sơ này đã trả nên không làm thêm được. Mọi điều đã ghi vẫn nguyên. Mở trang hồ sơ để xem trả lúc nào, cho ai.',
  alreadyWithdrawn:
    'Hồ sơ này đã được rút nên không làm thêm được. Mọi điều đã ghi vẫn nguyên. Nếu người dân nộp lại, tiếp nhận thành hồ sơ mới.',
  alreadyStopped:
    'Hồ sơ này đã dừng giải quyết nên không làm thêm được. Mọi điều đã ghi vẫn nguyên. Xem thông báo dừng (mẫu 05) trong trang hồ sơ.',
  notEnded:
    'Hồ sơ đang giải quyết nên bản chính chưa trả lại riêng được. Trả cùng kết quả, hoặc khi rút hay dừng hồ sơ.',
  resultIssued:
    'Hồ sơ này đã có kết quả nên việc đó không làm được nữa. Chưa có gì thay đổi. Trả kết quả; nếu kết quả ghi nhầm, ghi lại và chọn thay kết quả cũ.',
  noResult:
    'Hồ sơ này chưa có kết quả để trả. Chưa có gì thay đổi. Ghi kết quả (số, ngày, người ký) trước rồi trả.',
  awaitingSupplements:
    'Hồ sơ đang chờ người dân bổ sung và thời hạn đang dừng. Chưa có gì thay đổi. Nhận giấy tờ bổ sung trước.',
  notAwaitingSupplements:
    'Hồ sơ này không chờ bổ sung giấy tờ nào. Chưa có gì thay đổi. Nếu người dân mang thêm giấy, kiểm tra lại đúng hồ sơ.',
  extendedAlready:
    'Hồ sơ này đã xin lỗi và hẹn lại một lần; chỉ được hẹn lại một lần. Chưa có gì thay đổi. Báo lãnh đạo để xử lý trong hạn.',
  notHandedOver: 'Hồ sơ này đang ở quầy, chưa giao cho ai nên không có gì để nhận lại.',
  submittedAlready:
    'Kết quả của hồ sơ này đang trình ký nên việc đó chưa làm được. Chưa có gì thay đổi. Chờ ký xong, hoặc trả lại bản trình trước.',
  notSubmitted:
    'Hồ sơ này không có bản nào đang trình ký. Chưa có gì thay đổi. Trình ký trước, hoặc mở lại trang hồ sơ để xem.',
  notSignedYet:
    'Lãnh đạo chưa ký số đủ các tệp trình nên chưa lấy số. Chưa có số nào bị dùng. Chờ ký xong; nếu ký trên giấy, trả lại rồi trình ký trên giấy.',
  numberedAlready:
    'Văn bản này đã có số nên không trả lại hay lấy số nữa: số đã cấp không bỏ trống được. Đóng dấu, hoặc ghi kết quả.',
  nothingHeld: 'Không giữ bản chính nào của hồ sơ này nên không có gì để trả lại.',
  noConflict:
    'Chỗ không khớp này không còn: có thể vừa được giải quyết ở quầy khác. Mở lại trang hồ sơ để xem.',
  receiptOfOther: (params: MessageParams) =>
    `Giấy vừa quét không phải của hồ sơ này${params['code'] === undefined ? '' : ` (hồ sơ này mang mã ${params['code']})`}. Chưa trả gì. Quét đúng giấy của hồ sơ, hoặc mở hồ sơ ghi trên giấy.`,
  receiptForged:
    'Mã bí mật trên giấy không khớp với hồ sơ lưu tại máy: giấy có thể bị sửa hoặc chép lại. Chưa trả gì. Đối chiếu căn cước của người cầm giấy trước khi trả.',
  receiptReportedLost:
    'Giấy tiếp nhận này đã được báo mất nên không dùng để nhận kết quả được nữa. Chưa trả gì. Đối chiếu căn cước của người đến nhận.',
  receiptLostAlready: 'Giấy tiếp nhận của hồ sơ này đã được báo mất từ trước. Không cần ghi lại.',
  nothingOwed: 'Hồ sơ này không còn khoản nào phải thu. Chưa ghi thêm gì. Xem lại phần phí, lệ phí.',
  feeToBeSet:
    'Khoản thu này theo mức của tỉnh mà máy chưa có. Chưa thu gì. Nhập mức của tỉnh cho khoản này rồi thu.',
  nothingToSet: 'Mọi khoản của hồ sơ này đã có mức thu.',
  nothingToRefund: 'Chưa nhận khoản tiền nào của hồ sơ này nên không có gì để hoàn.',
  nothingToReceipt: 'Mọi khoản đã thu của hồ sơ này đều đã ghi biên lai.',
} satisfies Record<string, MessageText>;

/** What to mend in one field of an act. */
export const actProblems = {
  actAmount: 'Số tiền phải là số nguyên đồng, lớn hơn 0.',
  actAmountTooLarge: 'Số tiền lớn quá mức có thể. Xem lại các chữ số 0.',
  actAmountOverOwed: (params: MessageParams) =>
    `Số tiền nhiều hơn số còn phải thu${params['owed'] === undefined ? '' : ` (${params['owed']})`}. Sửa lại, hoặc ghi rõ vì sao thu nhiều hơn.`,
  actAmountOverHeld: (params: MessageParams) =>
    `Số tiền nhiều hơn số đang giữ${params['held'] === undefined ? '' : ` (${params['held']})`}. Sửa lại số tiền hoàn.`,
  actDate: 'Ngày chưa đúng. Gõ ngày/tháng/năm, ví dụ 26/11/2026.',
  actDatePast: 'Ngày này đã qua. Chọn từ hôm nay trở đi.',
  actDateFuture: 'Ngày này chưa tới. Chọn hôm nay hoặc ngày trước đó.',
  actDateTooFar: 'Ngày này xa quá một năm. Xem lại năm.',
  actDateNotLater: 'Ngày hẹn mới phải sau lúc này và sau ngày đã hẹn.',
  actDeskClosed: 'Ngày này cơ quan không làm việc. Chọn một ngày mở cửa.',
  actNothingListed: 'Chọn hoặc ghi ít nhất một mục.',
  actNoDraft: 'Đính kèm ít nhất một tệp PDF để ký, hoặc chọn ký trên giấy.',
  actDraftNotPdf: 'Có tệp không phải PDF nên không ký số được. Bỏ tệp đó, lưu thành PDF rồi đính kèm lại.',
  actSameHolder: 'Hồ sơ đang ở đúng nơi này rồi. Chọn nơi khác.',
  actUnknownLine: 'Không có khoản thu này trong hồ sơ.',
  actLineNotChargeable: 'Khoản này không phải thu nên không có gì để miễn.',
  actLineNotToBeSet: 'Khoản này đã có mức thu.',
  actUnknownClaim: 'Lần báo chuyển khoản này không còn chờ đối soát. Chọn lại trong danh sách.',
  actUnknownPayment: 'Lần thu này không có, hoặc đã ghi biên lai rồi.',
  actReceiptNumber: 'Số biên lai chỉ gồm chữ số, nhiều nhất 12.',
  actReceiptTwice:
    'Số biên lai này đã dùng cho một lần thu khác, hoặc đã ghi là biên lai hỏng. Nhìn lại tờ biên lai.',
  actReceiptNotNext: (params: MessageParams) =>
    `Quyển này đang đến số ${params['next'] ?? ''}. Nếu tờ đó hỏng hay mất, ghi biên lai hỏng trong Cài đặt, Biên lai và tài khoản, rồi ghi số này.`,
  actUnknownOriginal: 'Bản chính này không còn giữ. Đánh dấu lại những bản đang trả.',
  actOriginalsNotTicked: 'Còn bản chính chưa đánh dấu trả. Đánh dấu đủ, hoặc ghi lý do còn giữ.',
  actCardDiffers:
    'Số giấy tờ không khớp với người được nhận ghi trong hồ sơ. Chưa trả gì. Xem lại thẻ, hoặc chọn đúng người nhận.',
  actCardNotProxy:
    'Số này không phải của người được ủy quyền ghi ở trên. Chưa trả gì. So giấy ủy quyền với thẻ của người đang đứng đây; ghi sai số thì sửa ở trên.',
  actCardUnknown:
    'Hồ sơ không ghi số giấy tờ của người này nên thẻ chưa đối chiếu được. Quét giấy tiếp nhận, hoặc dùng cam đoan.',
  actSatisfaction: 'Mức hài lòng từ 1 đến 5, hoặc để trống.',
  actUnknownField: 'Giá trị này không dùng được cho ô. Chọn lại.',
  actUnchanged: 'Chưa có gì khác với điều đang ghi.',
  actFieldTwice: 'Ô này được sửa hai lần trong một lượt. Giữ lại một.',
  actRuling: 'Cách kết luận này không hợp với chỗ không khớp. Chọn lại việc nào đúng.',
  actSignature: 'Chọn người nhận ký tên hay điểm chỉ.',
  actWaybill:
    'Cách trả và giấy tờ xuất trình chưa khớp: trả tại quầy cần giấy hoặc thẻ, gửi đi cần mã vận đơn.',
} satisfies Record<string, MessageText>;

type Clash = (params: { event: string; with: string }) => string;

const pair = (what: string, todo: string): Clash => {
  return (params) =>
    `${what}: ${params.event}; ${params.with}. Cả hai đều được giữ, không việc nào bị xóa. ${todo}`;
};
const leader = 'Lãnh đạo hoặc quản trị viên kết luận việc nào đúng.';

/** Two facts that do not fit, as the dossier's page tells them. */
export const actConflicts = {
  returnedTwice: pair('Kết quả được ghi là đã trả hai lần', leader),
  withdrawnTwice: pair('Hồ sơ được ghi là đã rút hai lần', leader),
  stoppedTwice: pair('Hồ sơ được ghi dừng giải quyết hai lần', leader),
  returnedAndWithdrawn: pair('Hồ sơ vừa ghi đã trả kết quả vừa ghi đã rút', leader),
  returnedAndStopped: pair('Hồ sơ vừa ghi đã trả kết quả vừa ghi dừng giải quyết', leader),
  withdrawnAndStopped: pair('Hồ sơ vừa ghi đã rút vừa ghi dừng giải quyết', leader),
  withdrawnAfterResult: pair('Hồ sơ được rút khi kết quả đã có', leader),
  resultTwice: pair('Hồ sơ có hai kết quả', leader),
  askedTwice: pair('Hai quầy cùng yêu cầu bổ sung', 'Lãnh đạo hoặc quản trị viên kết luận tính mấy lần.'),
  resumedTwice: pair('Giấy bổ sung được nhận hai lần với hai ngày hẹn', leader),
  extendedTwice: pair('Hồ sơ được hẹn lại hai lần', leader),
  paidTwice: pair('Phí được thu hai lần', 'Hoàn lại khoản thừa rồi kết luận.'),
  refundedTwice: pair('Tiền được hoàn hai lần', 'Kiểm tra với người nhận rồi kết luận.'),
  afterEnd: pair('Có việc ghi sau khi hồ sơ đã kết thúc', 'Xem lại với quầy đã ghi rồi kết luận.'),
} satisfies Record<string, Clash>;
