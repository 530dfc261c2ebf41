import type { SigningFaultCode } from '../../signing/faults.ts';
import type { MessageParams, MessageText } from '../../text/problem.ts';

const of = (params: MessageParams, key: string): string => String(params[key] ?? '');

/** " (mã 5, C_Sign)": what a support line will ask for. */
const driverSaid = (params: MessageParams): string =>
  params['ckr'] === undefined ? '' : ` (mã ${of(params, 'ckr')}, ${of(params, 'method')})`;

const triesLeft: Readonly<Record<string, string>> = {
  low: ' Chỉ còn ít lần thử.',
  last: ' Chỉ còn một lần thử: sai nữa là USB ký số bị khóa.',
};

/** What went wrong with the USB token or its driver, that nothing is lost, and what to do next. */
export const signingFaults = {
  noDriver:
    'Chưa thấy trình điều khiển USB ký số nào trên máy. Giấy tờ đã lưu, ký sau được. Cài bộ cài của nơi cấp chứng thư, hoặc chọn tệp thư viện trong Cài đặt, Chữ ký số.',
  driverMissing: (params) =>
    `Không còn thấy tệp ${of(params, 'path')}. Giấy tờ đã lưu, ký sau được. Cài lại trình điều khiển của nơi cấp chứng thư rồi bấm Thử lại.`,
  driverOutside: (params) =>
    `Không nạp ${of(params, 'path')}: tệp nằm ngoài các thư mục chỉ quản trị máy ghi được. Chưa có gì thay đổi. Cài trình điều khiển bằng bộ cài chính thức rồi chọn lại.`,
  driverOtherBits: (params) =>
    `Trình điều khiển này là bản ${of(params, 'bits')}-bit, phần mềm cần bản ${of(params, 'appBits')}-bit. Giấy tờ đã lưu. Xin nơi cấp chứng thư bộ cài ${of(params, 'appBits')}-bit (trên Windows, bản 64-bit nằm trong System32, bản 32-bit trong SysWOW64).`,
  driverOtherSystem: (params) =>
    `Tệp ${of(params, 'path')} là của hệ điều hành hoặc loại máy khác nên không nạp được. Tải bộ cài dành cho máy này rồi chọn lại.`,
  driverNotLibrary: (params) =>
    `Tệp ${of(params, 'path')} không phải thư viện trình điều khiển. Chưa có gì thay đổi. Chọn tệp .dll hoặc .so do nơi cấp chứng thư cài.`,
  driverNotPkcs11:
    'Thư viện này không dùng để ký số (không có PKCS#11). Chưa có gì thay đổi. Chọn tệp khác trong thư mục của nơi cấp chứng thư.',
  driverIncomplete:
    'Trình điều khiển thiếu tệp đi kèm nên không nạp được. Giấy tờ đã lưu, ký sau được. Cài lại trọn bộ cài của nơi cấp chứng thư.',
  driverFailed: (params) =>
    `Trình điều khiển USB ký số báo lỗi${driverSaid(params)}. Giấy tờ đã lưu, ký sau được. Rút USB ra, cắm lại rồi làm lại; nếu vẫn vậy, báo nơi cấp chứng thư kèm mã lỗi này.`,
  driverCrashed:
    'Trình điều khiển USB ký số bị dừng đột ngột. Phần mềm và giấy tờ vẫn an toàn, việc đã ký xong vẫn giữ. Cắm lại USB, nhập lại mã PIN rồi ký tiếp.',
  driverTimeout: (params) =>
    `USB ký số không trả lời sau ${of(params, 'seconds')} giây nên đã dừng chờ. Giấy tờ đã lưu, việc đã ký xong vẫn giữ. Rút USB ra, cắm lại rồi ký tiếp.`,
  noToken: 'Chưa cắm USB ký số. Giấy tờ đã lưu, ký sau được. Cắm USB, chờ đèn sáng rồi làm lại.',
  tokenRemoved:
    'USB ký số đã bị rút ra. Việc đã ký xong vẫn giữ, phần còn lại chờ ký. Cắm lại USB và nhập mã PIN để ký tiếp.',
  tokenOther: (params) =>
    `USB đang cắm không phải “${of(params, 'label')}” đã chọn. Chưa ký gì. Cắm đúng USB, hoặc chọn lại chứng thư.`,
  tokenUnreadable: (params) =>
    `Chưa đọc được USB ký số${driverSaid(params)}. Giấy tờ đã lưu, ký sau được. Rút USB ra, cắm sang cổng khác rồi làm lại.`,
  tokenBusy:
    'USB ký số đang được một phần mềm khác dùng. Chưa ký gì. Đóng phần mềm ký số kia, chờ vài giây rồi làm lại.',
  tokenSessionLost:
    'Phiên làm việc với USB ký số đã mất, thường do máy ngủ hoặc USB cắm lại. Việc đã ký xong vẫn giữ. Nhập mã PIN một lần để ký tiếp.',
  tokenNotLoggedIn:
    'Chưa nhập mã PIN của USB ký số, hoặc đã quá lâu không ký. Giấy tờ đã lưu. Nhập mã PIN để ký.',
  tokenCannotSign:
    'Chứng thư này không dùng để ký văn bản được. Chưa ký gì. Chọn chứng thư khác trên USB, hoặc hỏi nơi cấp.',
  tokenKeyMissing: (params) =>
    `Không thấy khóa ký của chứng thư đã chọn trên “${of(params, 'label')}”. Chưa ký gì. Chọn lại chứng thư; nếu mới gia hạn, chọn chứng thư mới.`,
  pinIncorrect: (params) =>
    `Mã PIN chưa đúng nên chưa ký gì.${triesLeft[of(params, 'left')] ?? ''} Kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi nhập lại cẩn thận.`,
  pinLastTry:
    'USB ký số chỉ còn một lần thử mã PIN: sai nữa là bị khóa. Mã PIN chưa được gửi đi. Nếu không chắc, hãy dừng và hỏi nơi cấp chứng thư.',
  pinLocked:
    'USB ký số đã bị khóa vì nhập sai mã PIN nhiều lần. Giấy tờ đã lưu, ký sau được. Mang USB đến nơi cấp chứng thư để mở khóa; đừng thử thêm.',
  pinUnfit:
    'Mã PIN dài hoặc ngắn hơn quy định, hoặc có ký tự USB không nhận. Chưa ký gì. Nhập lại đúng mã PIN, tắt bộ gõ tiếng Việt.',
  pinExpired:
    'Mã PIN đã hết hạn hoặc là mã mặc định phải đổi. Chưa ký gì. Đổi mã PIN bằng phần mềm của nơi cấp chứng thư rồi ký lại.',
  pinNotSet:
    'USB ký số chưa được đặt mã PIN. Chưa ký gì. Đặt mã PIN bằng phần mềm của nơi cấp chứng thư trước.',
  pinEachTime:
    'Khóa trên USB này đòi mã PIN cho từng chữ ký. Chưa ký gì. Nhập mã PIN khi được hỏi ở mỗi giấy.',
  pinCancelled: 'Đã thôi nhập mã PIN nên chưa ký. Giấy tờ đã lưu. Bấm Ký khi sẵn sàng.',
  p12Missing: (params) =>
    `Không còn thấy tệp chứng thư ${of(params, 'path')}. Chưa ký gì, giấy tờ vẫn chờ ký. Cắm lại ổ chứa tệp, hoặc chọn lại tệp trong Cài đặt, Chữ ký số.`,
  p12Unreadable:
    'Tệp chứng thư này hỏng hoặc không phải tệp .p12/.pfx. Chưa có gì thay đổi. Xuất lại tệp từ nơi giữ chứng thư.',
  p12WrongPassword:
    'Mật khẩu của tệp chứng thư chưa đúng. Chưa ký gì. Kiểm tra Caps Lock và bộ gõ tiếng Việt rồi nhập lại.',
  p12NoKey: 'Tệp này không có khóa ký đi cùng chứng thư. Chưa ký gì. Xuất lại tệp, nhớ chọn kèm khóa riêng.',
  signerCrashed:
    'Bộ phận ký giấy tờ bị dừng đột ngột. Giấy đã ký xong vẫn giữ, tệp gốc còn nguyên. Bấm Ký để làm tiếp; nếu vẫn dừng ở một tệp, ký riêng các tệp khác.',
  signerTimeout: (params) =>
    `Tệp này mất hơn ${of(params, 'seconds')} giây nên đã dừng. Tệp gốc còn nguyên. Quét lại với dung lượng nhỏ hơn, hoặc ký các tệp khác trước.`,
  noCertificateChosen:
    'Chưa chọn chứng thư để ký trên máy này. Giấy tờ vẫn chờ ký. Mở Cài đặt, Chữ ký số, cắm USB rồi chọn chứng thư của bạn.',
  nothingToSign: 'Chưa chọn tệp nào để ký, hoặc các tệp ấy vừa được ký xong. Chọn tệp rồi bấm Ký.',
  alreadySigning: 'Đang ký một lượt khác. Chờ lượt ấy xong, hoặc dừng lại rồi ký tiếp.',
  fileSuperseded: (params) =>
    `Tệp “${of(params, 'name')}” vừa có bản mới hơn nên chưa ký bản cũ. Mở lại danh sách rồi ký bản mới.`,
  draftOfLeader:
    'Tệp này đang trình lãnh đạo ký. Chưa ký gì. Lãnh đạo đăng nhập, cắm USB của mình rồi ký ở Chờ ký (Shift+F3).',
  draftNumbered:
    'Văn bản này đã có số, chỉ còn đóng dấu. Chưa ký gì. Văn thư đăng nhập, cắm USB của cơ quan rồi đóng dấu.',
  draftUnnumbered:
    'Văn bản này chưa có số nên chưa đóng dấu. Chưa ký gì. Văn thư đăng nhập, mở trang hồ sơ và lấy số trước.',
  draftNoCopy: 'Tệp này còn là dự thảo đang trình ký nên chưa ký bản sao. Chờ có kết quả rồi ký bản sao.',
  sealOfRegistrar:
    'Chỉ văn thư đóng dấu cơ quan lên văn bản trình ký. Chưa ký gì. Văn thư đăng nhập, cắm USB của cơ quan rồi ký.',
  pdfNotPdf: 'Tệp này không phải PDF nên chưa ký. Tệp gốc còn nguyên. Lưu hoặc quét lại thành PDF rồi ký.',
  pdfEncrypted:
    'Tệp PDF này có mật khẩu hoặc bị khóa nên không ký được. Tệp gốc còn nguyên. Xin bản không khóa, hoặc in ra rồi quét lại.',
  pdfTruncated:
    'Tệp PDF này bị thiếu phần cuối, thường do chép hoặc tải dở. Chưa ký, tệp gốc còn nguyên. Chép hoặc tải lại cho đủ rồi ký.',
  pdfUnreadable:
    'Tệp PDF này có chỗ hỏng nên chưa ký để tránh ký nhầm nội dung. Tệp gốc còn nguyên. Mở tệp, in thành PDF mới rồi ký.',
  pdfCertified:
    'Người ký trước đã khóa, không cho thay đổi tệp này nữa, ký thêm sẽ làm hỏng chữ ký của họ. Tệp gốc còn nguyên. Xin bản chưa khóa.',
  pdfDynamicForm:
    'Tệp này là biểu mẫu động (XFA), ký vào sẽ không đọc được ở nơi khác. Tệp gốc còn nguyên. In thành PDF thường rồi ký.',
  pdfPageMissing: (params) =>
    `Tệp không có trang ${of(params, 'page')} để đặt chữ ký. Chưa ký, tệp gốc còn nguyên. Chọn lại vị trí chữ ký.`,
  sealImageUnfit:
    'Ảnh chữ ký hoặc con dấu không dùng được. Chưa ký gì. Dùng ảnh PNG nền trong suốt, đúng kích thước thật.',
  trustUnreadable: (params) =>
    `Tệp “${of(params, 'name')}” không có chứng thư gốc hay danh sách thu hồi nào. Chưa có gì thay đổi. Chọn tệp .crt, .cer, .pem, .p7b hoặc .crl do nơi cấp chứng thư công bố.`,
  signatureTooLong:
    'Chữ ký kèm chứng thư dài hơn chỗ dành sẵn trong tệp. Chưa ghi gì, tệp gốc còn nguyên. Báo người hỗ trợ phần mềm.',
  signatureUnproved:
    'Ký xong nhưng kiểm tra lại thấy chữ ký không đúng, nên kết quả đã bỏ và tệp gốc còn nguyên. Làm lại; nếu vẫn vậy, báo nơi cấp chứng thư.',
  tsaUnreachable:
    'Máy chủ dấu thời gian chưa trả lời. Chữ ký vẫn có giá trị, chưa có dấu thời gian. Phần mềm sẽ tự lấy khi có mạng.',
  tsaRefused: (params) =>
    `Máy chủ dấu thời gian từ chối${params['status'] === undefined ? '' : ` (mã ${of(params, 'status')})`}. Chữ ký vẫn có giá trị, chưa có dấu thời gian. Kiểm tra địa chỉ máy chủ trong Cài đặt, Chữ ký số.`,
  tsaMismatch:
    'Dấu thời gian trả về không khớp với chữ ký nên không dùng. Chữ ký vẫn nguyên. Báo người quản trị: có thể sai máy chủ.',
  timestampTooLate:
    'Sau chữ ký này đã có chữ ký khác, thêm dấu thời gian sẽ làm hỏng chữ ký sau. Tệp còn nguyên. Chỉ thêm dấu thời gian cho chữ ký cuối.',
  proofsUnreachable:
    'Chưa hỏi được nơi cấp chứng thư về tình trạng thu hồi. Chữ ký vẫn có giá trị. Phần mềm sẽ tự hỏi lại khi có mạng.',
} satisfies Record<SigningFaultCode, MessageText>;
