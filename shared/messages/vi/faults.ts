import { actFaults, actProblems } from './acts/refusals.ts';
import { certificationFaults, certificationProblems } from './certification/refusals.ts';
import { signingFaults } from './signing.ts';
import { vault } from './vault.ts';
import type { FaultCode } from '../../faults.ts';
import type { MessageParams, MessageText } from '../../text/problem.ts';

/** " QUAY" when main named the thing, '' when it did not. */
const named = (params: MessageParams, key: string): string => {
  const value = params[key];
  return value === undefined || value === '' ? '' : ` ${value}`;
};

const bracketed = (params: MessageParams, key: string): string => {
  const value = params[key];
  return value === undefined || value === '' ? '' : ` (${value})`;
};

/** Every way a call fails: what happened, what is safe, what to do. */
const texts = {
  invalidInput:
    'Còn chỗ cần sửa, đã đánh dấu ngay tại ô. Những gì đã gõ vẫn còn nguyên. Sửa ô được đánh dấu rồi làm lại.',
  wrongPassword: vault.wrongPassword,
  lockedOut: vault.lockedOut,
  weakPassword: vault.weakPassword,
  wrongRecoveryCode: vault.wrongRecoveryCode,
  notSignedIn: 'Quầy đang khóa. Những gì đã gõ được giữ trong bản đang làm dở. Đăng nhập rồi làm tiếp.',
  notAllowed:
    'Việc này ngoài quyền của tài khoản đang dùng. Chưa có gì thay đổi. Nhờ người có quyền, hoặc quản trị viên cấp thêm vai trò.',
  usernameTaken: 'Tên đăng nhập này đã có người dùng. Chọn tên khác, ví dụ thêm một chữ số.',
  unknownClerk:
    'Không thấy tài khoản này trên máy. Danh sách có thể vừa thay đổi. Chọn lại tên trong danh sách.',
  lastAdmin:
    'Đây là quản trị viên cuối cùng, nếu bỏ thì không ai còn đổi được cài đặt. Cấp quyền quản trị cho người khác trước.',
  unknownProcedure:
    'Không có thủ tục này trong danh mục của máy. Tìm lại bằng tên hoặc mã, hoặc nạp danh mục mới trong Cài đặt.',
  repealedProcedure:
    'Thủ tục này đã bị bãi bỏ nên không nhận hồ sơ mới. Hồ sơ cũ vẫn giữ nguyên. Chọn thủ tục thay thế.',
  draftGone:
    'Bản đang làm dở này không còn: đã được tiếp nhận hoặc đã bỏ. Tìm trong Hồ sơ (F3) trước khi nhập lại.',
  alreadyDecided: 'Hồ sơ này đã có kết quả từ trước, không ghi lại lần nữa. Mở trang hồ sơ để xem.',
  unknownDossier: 'Không thấy hồ sơ này tại máy. Kiểm tra lại mã, hoặc tìm bằng tên hay số điện thoại.',
  dossierParked:
    'Hồ sơ này có phần do phần mềm mới hơn ghi, ở đây chỉ xem được. Không mất gì. Cần cập nhật phần mềm để làm tiếp.',
  laneFull:
    'Dải số của quầy đã dùng hết trong ngày nên chưa cấp được mã. Bản đang làm dở còn nguyên. Quản trị viên thêm dải số trong Cài đặt, Dải số.',
  laneInvalid: 'Dải số chưa dùng được: số đầu phải nhỏ hơn số cuối, không trùng dải đã có. Sửa lại rồi lưu.',
  dayUnconfirmed:
    'Đồng hồ máy lệch so với hồ sơ gần nhất nên chưa cấp mã được. Bản đang làm dở còn nguyên. Xác nhận ngày làm việc rồi làm tiếp.',
  dayInvalid:
    'Ngày này không dùng được: phải là một ngày có thật và không trước hồ sơ gần nhất. Xem lịch rồi gõ lại.',
  restoreUnconfirmed:
    'Dữ liệu vừa được khôi phục, hoặc máy vừa thay máy cũ, nên chưa cấp mã mới. Hồ sơ đã có vẫn xem được. Quét liên lưu mới nhất để mở lại việc tiếp nhận.',
  receiptUnreadable: 'Chưa đọc được mã trên giấy. Quét lại thẳng và chậm hơn, hoặc gõ mã hồ sơ in trên giấy.',
  packMalformed:
    'Tệp này không phải gói dữ liệu của phần mềm hoặc đã hỏng. Gói đang dùng vẫn giữ nguyên. Xin lại tệp từ nơi cấp.',
  packUnsigned:
    'Gói này không có chữ ký nên không nạp. Gói đang dùng vẫn giữ nguyên. Xin gói có chữ ký từ nơi cấp.',
  packUntrusted:
    'Chữ ký của gói này không thuộc nơi cấp được tin cậy. Gói đang dùng vẫn giữ nguyên. Kiểm tra nguồn của tệp.',
  packOlder:
    'Gói này cũ hơn hoặc bằng gói đang dùng nên không nạp. Gói đang dùng vẫn giữ nguyên. Nếu nơi cấp đã ra gói mới hơn, xin đúng tệp đó.',
  packInvalid: 'Nội dung gói này có chỗ sai nên không nạp. Gói đang dùng vẫn giữ nguyên. Báo nơi cấp gói.',
  fileUnreadable: 'Chưa đọc được tệp. Tệp gốc không bị thay đổi. Kiểm tra USB hoặc thư mục rồi chọn lại.',
  fileTooLarge: (params: MessageParams) =>
    `Tệp quá ${String(params['limitMb'] ?? 100)} MB nên chưa nhận${bracketed(params, 'name')}. Tệp gốc còn nguyên. Quét lại với độ phân giải thấp hơn hoặc tách thành nhiều tệp.`,
  fileNotHere: 'Tệp này không nằm trên máy này mà ở quầy đã đính kèm. Mở hồ sơ tại quầy đó để lấy tệp.',
  fileKindRefused: (params: MessageParams) =>
    `Loại tệp này không nhận${bracketed(params, 'name')}. Dùng tệp PDF, JPG, PNG hoặc TIFF.`,
  heicRefused: (params: MessageParams) =>
    `Ảnh kiểu HEIC của điện thoại không nhận${bracketed(params, 'name')}, vì máy khác có thể không mở được. Trên điện thoại, chọn lưu hoặc gửi ảnh kiểu JPG rồi đính kèm lại.`,
  imageUnreadable: (params: MessageParams) =>
    `Chưa đọc được hình${bracketed(params, 'name')}: tệp có thể bị hỏng hoặc chép chưa xong. Tệp gốc không bị thay đổi. Quét hoặc chép lại rồi đính kèm.`,
  imageTooBig: (params: MessageParams) =>
    `Hình quá lớn nên chưa đính kèm${bracketed(params, 'name')}. Quét lại ở 200 hoặc 300 dpi, hoặc lưu thành JPG.`,
  signedPdfWhole:
    'Tệp PDF có chữ ký số hoặc có mật khẩu phải giữ nguyên: xoay, bớt hay đảo trang sẽ làm mất chữ ký. Chưa có gì thay đổi. Để đủ trang của tệp đó như cũ.',
  sheetsUnreadable:
    'Tệp PDF này có chỗ hỏng nên chưa xem được và chưa ghép được. Tệp gốc còn nguyên. Mở tệp, in thành PDF mới rồi đính kèm lại, hoặc quét lại tờ giấy.',
  sheetsTooLarge: (params: MessageParams) =>
    `Các tệp cần ghép hoặc sửa trang cộng lại quá ${String(params['limitMb'] ?? 100)} MB nên chưa ghép. Chưa có gì thay đổi. Bớt tệp, quét lại với độ phân giải thấp hơn, hoặc để nguyên một tệp.`,
  noScanProgram:
    'Máy này chưa cài phần quét của hệ thống (SANE). Nhờ người quản trị cài gói sane-utils; trong lúc đó chọn tệp hoặc dùng thư mục quét.',
  scannerGone:
    'Máy quét không trả lời. Các trang đã quét vẫn giữ. Bật máy quét, kiểm tra dây rồi bấm Quét lại.',
  scannerBusy: 'Máy quét đang bận. Đợi xong rồi bấm Quét lại.',
  scannerOpen: 'Nắp máy quét đang mở. Đậy nắp rồi bấm Quét lại.',
  scannerDenied:
    'Tài khoản trên máy này chưa được dùng máy quét. Nhờ người quản trị cấp quyền, rồi bấm Quét lại.',
  feederEmpty: 'Khay giấy của máy quét đang trống. Đặt giấy vào khay rồi bấm Quét lại.',
  feederJammed:
    'Giấy kẹt trong máy quét. Các trang đã quét vẫn giữ. Gỡ giấy kẹt rồi quét tiếp từ trang còn lại.',
  scanFailed: 'Chưa quét được. Các trang đã quét vẫn giữ. Tắt bật lại máy quét rồi bấm Quét lại.',
  scanFolderGone: (params: MessageParams) =>
    `Không mở được thư mục quét${bracketed(params, 'folder')}. Kiểm tra ổ đĩa hoặc mạng, hoặc chọn thư mục khác.`,
  noPrinter: 'Chưa chọn máy in. Hồ sơ đã lưu. Chọn máy in trong Cài đặt, Máy in, rồi nhấn F9 để in.',
  printerGone: (params: MessageParams) =>
    `Chưa in được: máy in${named(params, 'printer')} không trả lời. Hồ sơ đã lưu. Bật máy in, kiểm tra dây rồi nhấn F9.`,
  printCancelled: 'Lệnh in đã bị hủy. Hồ sơ đã lưu. Nhấn F9 để in lại.',
  printFailed: (params: MessageParams) =>
    `Chưa in được trên máy in${named(params, 'printer')}. Hồ sơ đã lưu. Kiểm tra giấy và mực rồi nhấn F9.`,
  paperLacks: (params: MessageParams) =>
    `Chưa in được “${params['paper'] ?? ''}”: thiếu ${params['what'] ?? ''}. Chưa có gì mất. Bổ sung rồi in lại.`,
  receiptSeriesOff: (params: MessageParams) =>
    `Chưa in được biên lai: quầy chưa được giao dải số tự in ký hiệu ${params['series'] ?? ''}. Khoản thu vẫn được ghi. Nhờ quản trị giao dải số trong Cài đặt, Thu tiền, rồi in lại.`,
  listUnfit: (params: MessageParams) =>
    `Chưa lập được “${params['list'] ?? ''}”: hồ sơ ${params['code'] ?? ''} không ghi vào được, vì ${params['why'] ?? ''}. Chưa có gì thay đổi. Bỏ chọn hồ sơ này rồi in lại.`,
  nothingToSeal: 'Mọi ngày đã chốt, không có gì mới để chốt. Có giấy mới thì chốt tiếp được.',
  sealOvertaken: 'Các ngày này vừa được chốt ở cửa sổ khác nên không chốt lần nữa. Xem danh sách đã chốt.',
  nothingToPrint: 'Chưa có giấy nào để in. Mở hồ sơ cần in rồi nhấn F9.',
  bankLineTaken:
    'Dòng sao kê này đã đối soát cho một hồ sơ rồi nên không ghi lần nữa. Chưa có gì thay đổi. Xem hồ sơ ghi ở dòng đó.',
  statementUnreadable:
    'Chưa đọc được sao kê: cần tệp CSV hoặc XLSX của ngân hàng có cột ngày, số tiền ghi có và nội dung. Chưa ghi gì. Tải lại sao kê rồi chọn tệp khác.',
  statementGone: 'Sao kê này không còn mở. Chưa ghi gì. Chọn lại tệp sao kê.',
  accountMissing:
    'Chưa có tài khoản thu nên chưa in được mã chuyển khoản. Chưa có gì thay đổi. Quản trị viên nhập tài khoản trong Cài đặt, Biên lai và tài khoản.',
  periodInvalid:
    'Kỳ này chưa đúng: ngày đầu phải không sau ngày cuối, và không dài quá mười năm. Chọn lại hai ngày.',
  bookClosed: 'Sổ đang xem đã đóng. Dữ liệu vẫn nguyên trong kho. Mở lại sổ bằng F6.',
  cancelled: 'Đã thôi, chưa có gì thay đổi.',
  hubAddress:
    'Địa chỉ máy chủ tỉnh chưa đúng. Chưa có gì thay đổi. Nhập địa chỉ bắt đầu bằng https:// như tỉnh đã cấp.',
  hubUnreachable:
    'Chưa liên lạc được máy chủ tỉnh. Chưa có gì thay đổi, mã vẫn dùng được. Kiểm tra địa chỉ và đường mạng rồi làm lại.',
  lineDown:
    'Chưa liên lạc được máy chủ tỉnh. Chưa có gì thay đổi. Có mạng rồi làm lại; lý do xem ở Cài đặt, Nối với tỉnh.',
  joinRefused:
    'Máy chủ tỉnh chưa nhận máy này. Chưa có gì thay đổi. Gọi người quản trị của tỉnh để hỏi mã hoặc xin mã khác.',
  joinedAlready: 'Máy này đã nối với tỉnh. Không cần làm gì thêm.',
  joinTrial: 'Kho tập dùng không bao giờ gửi về tỉnh. Muốn nối, hãy lập kho làm việc thật.',
  onlineTaken: 'Hồ sơ này đã được quầy khác tiếp nhận, hoặc không còn chờ. Danh sách đã làm mới.',
  fileElsewhere:
    'Tệp này còn ở quầy đã nhận nó, tỉnh chưa có. Chưa mất gì. Chờ quầy ấy gửi lên, hoặc hỏi xem bản giấy.',
  carryNotJoined:
    'Máy này chưa nối với tỉnh nên chưa có gói để mang. Nhờ quản trị viên nối máy một lần khi có mạng.',
  carryUnreadable:
    'Tệp này không phải giấy báo nhận của tỉnh, hoặc chép chưa hết. Chưa có gì thay đổi. Chép lại từ USB rồi chọn tệp .quaynhan.',
  carryForeign: (params: MessageParams) =>
    `Giấy báo nhận này là của quầy${named(params, 'desk') || ' khác'}, không phải của máy này. Chưa có gì thay đổi. Mang về đúng quầy.`,
  carryDamaged:
    'Gói trên USB bị hỏng, chép chưa hết, hoặc ghi cho tỉnh khác. Chưa mất gì: mọi việc còn nguyên ở quầy đã ghi. Ghi lại ra USB ở quầy ấy rồi gửi lại.',
  carryRefused:
    'Tỉnh không nhận gói này: máy đã ghi nó hoặc máy này đã bị thu hồi. Chưa mất gì: mọi việc còn nguyên ở quầy đã ghi. Gọi người quản trị của tỉnh.',
  carryTooLarge: (params: MessageParams) =>
    `Gói trên USB lớn hơn ${params['limitMb'] ?? ''} MB nên không gửi hộ được từ quầy. Chưa mất gì. Đưa USB cho người quản trị của tỉnh.`,
  stickFailed:
    'Chưa ghi được ra USB: hết chỗ, đã rút ra, hoặc khóa ghi. Chưa mất gì. Cắm lại, hoặc cắm USB khác, rồi làm lại bước này.',
  busy: 'Máy đang bận việc trước. Chưa mất gì. Chờ vài giây rồi làm lại.',
  diskFull:
    'Ổ đĩa đã đầy nên chưa ghi được. Những gì ghi trước đó vẫn an toàn. Xóa bớt tệp không cần trên máy rồi làm lại.',
  diskFailed:
    'Ổ đĩa không ghi được. Những gì ghi trước đó vẫn an toàn. Kiểm tra ổ đĩa và báo người quản trị máy.',
  folderReadOnly:
    'Thư mục dữ liệu chỉ cho đọc nên chưa ghi được. Không mất gì. Nhờ người quản trị máy cấp quyền ghi cho thư mục.',
  vaultExists:
    'Máy này đã có kho dữ liệu nên không lập kho mới. Kho cũ còn nguyên. Khởi động lại phần mềm để đăng nhập.',
  vaultMissing:
    'Không thấy kho dữ liệu của máy. Đừng lập kho mới vội: kiểm tra ổ đĩa hoặc khôi phục từ bản sao lưu.',
  vaultInUse: 'Phần mềm đang mở ở một cửa sổ khác trên máy này. Dữ liệu an toàn. Dùng cửa sổ đang mở.',
  vaultDamaged: vault.vaultDamaged,
  slotsDamaged:
    'Tệp giữ khóa đăng nhập bị hỏng nên chưa mở được kho. Dữ liệu hồ sơ không bị xóa. Khôi phục từ bản sao lưu gần nhất.',
  vaultNewer:
    'Kho dữ liệu do phiên bản phần mềm mới hơn tạo. Không có gì bị xóa. Hãy cài phiên bản mới hơn rồi mở lại.',
  foreignVault: vault.foreignVault,
  backupInvalid: vault.backupInvalid,
  backupUnreachable: vault.backupUnreachable,
  notThisWindow: 'Cửa sổ này không được phép làm việc đó. Chưa có gì thay đổi. Làm từ cửa sổ chính của quầy.',
  malformedCall:
    'Yêu cầu gửi đi không đúng mẫu nên chưa thực hiện. Chưa có gì thay đổi. Làm lại; nếu vẫn vậy, khởi động lại phần mềm.',
  internal:
    'Phần mềm gặp lỗi nên việc vừa rồi chưa thực hiện. Những gì đã ghi vẫn an toàn. Làm lại; nếu vẫn vậy, khởi động lại phần mềm.',
  ...actFaults,
  ...certificationFaults,
  ...signingFaults,
} satisfies Record<FaultCode, MessageText>;

/** Problems any form may have; those of the law's own areas stand in those areas. */
const problems = {
  unknown: 'Ô này chưa đúng. Xem lại rồi sửa.',
  required: 'Cần điền ô này.',
  tooLong: (params: MessageParams) =>
    params['limit'] === undefined
      ? 'Dài quá, hãy viết gọn lại.'
      : `Dài quá ${params['limit']} ký tự, hãy viết gọn lại.`,
  tooShort: (params: MessageParams) =>
    params['limit'] === undefined ? 'Ngắn quá, hãy viết đủ.' : `Cần ít nhất ${params['limit']} ký tự.`,
  notNumber: 'Chỉ nhập chữ số.',
  outOfRange: (params: MessageParams) =>
    params['min'] === undefined || params['max'] === undefined
      ? 'Số nằm ngoài khoảng cho phép.'
      : `Nhập số từ ${params['min']} đến ${params['max']}.`,
  hiddenCharacter: 'Có ký tự ẩn không nhìn thấy. Xóa ô này rồi gõ lại.',
  directionOverride: 'Có ký tự đảo chiều chữ. Xóa ô này rồi gõ lại.',
  brokenCharacter: 'Có ký tự bị hỏng, thường do dán từ nơi khác. Xóa ô này rồi gõ lại.',
  privateCharacter: 'Có ký tự chỉ hiện được bằng một phông riêng. Gõ lại bằng bộ gõ Unicode.',
  tooManyMarks: 'Có quá nhiều dấu chồng lên một chữ. Xóa ô này rồi gõ lại.',
  officeCode: 'Mã định danh gồm chữ H hoặc G, số tỉnh, rồi các số cách nhau bằng dấu chấm, ví dụ H55.242.',
  phone: 'Số điện thoại gồm 9 đến 11 chữ số, bắt đầu bằng 0.',
  officeTaxCode:
    'Mã số thuế của cơ quan có 10 chữ số, hoặc 10 chữ số, gạch ngang và 3 chữ số. Bỏ trống nếu chưa có.',
  lookupBase: 'Địa chỉ tra cứu phải bắt đầu bằng https:// và không có dấu #.',
  officeCodeFixed: 'Mã định danh đã in trên các giấy tiếp nhận nên không đổi được.',
  deskNumber: 'Số quầy từ 1 đến 99.',
  deskNumberFixed: 'Số quầy quyết định dải số hồ sơ nên không đổi được sau khi lập quầy.',
  authorityUnreadable: 'Địa chỉ phải bắt đầu bằng http:// hoặc https://, không kèm tên và mật khẩu.',
  laneBounds: 'Dải số nằm trong khoảng 1 đến 9999, số đầu không lớn hơn số cuối.',
  laneOfProvince:
    'Hệ thống của tỉnh cũng cấp số nên dải của quầy phải từ 5000 đến 9999, số đầu không lớn hơn số cuối.',
  laneOverlaps: (params: MessageParams) =>
    params['from'] === undefined
      ? 'Dải này trùng với dải đã có.'
      : `Dải này trùng với dải ${params['from']}–${params['to'] ?? ''} đã có.`,
  agreement: 'Ghi số, ngày văn bản thống nhất dải số với tỉnh.',
  username:
    'Tên đăng nhập gồm chữ thường không dấu, chữ số, dấu chấm, gạch nối hoặc gạch dưới; nhiều nhất 40 ký tự.',
  usernameTaken: 'Tên đăng nhập này đã có người dùng.',
  weakPassword: 'Cần ít nhất 12 ký tự, hoặc bốn từ cách nhau bằng dấu cách.',
  passwordMismatch: 'Hai lần gõ chưa giống nhau.',
  recoveryGroup: 'Nhóm cuối chưa khớp với mã trên màn hình. Nhìn lại tờ vừa in hoặc vừa chép.',
  date: 'Ngày chưa đúng. Gõ ngày/tháng/năm, ví dụ 26/11/2026.',
  roles: 'Chọn ít nhất một vai trò.',
  ...actProblems,
  ...certificationProblems,
} satisfies Record<string, MessageText>;

export const faults = {
  /** What stands before a fault that came with nothing to explain it. */
  title: 'Chưa làm được',
  faults: texts,
  problems,
};
