import type { MessageParams } from '../../text/problem.ts';

/** 75 → "1 phút 15 giây"; whole minutes without seconds. */
const duration = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return [minutes > 0 ? `${minutes} phút` : '', rest > 0 || minutes === 0 ? `${rest} giây` : '']
    .filter((part) => part !== '')
    .join(' ');
};

const weaknesses: Record<string, string> = {
  short: 'Mật khẩu này ngắn quá: cần ít nhất 12 ký tự, hoặc bốn từ trở lên cách nhau bằng dấu cách.',
  long: 'Mật khẩu này dài quá 512 ký tự. Rút ngắn lại.',
  plain: 'Mật khẩu này dễ đoán: lặp lại hoặc theo thứ tự. Thêm vài từ khác.',
  ownName: 'Mật khẩu này gần như chỉ là tên của chính mình. Thêm vài từ khác.',
};

const damages: Record<string, string> = {
  missing: 'Không thấy tệp kho dữ liệu trong thư mục của phần mềm.',
  empty: 'Tệp kho dữ liệu trống rỗng, có thể do ổ đĩa mất điện giữa chừng.',
  unopenable: 'Ổ đĩa không cho mở tệp kho dữ liệu.',
};

const unreachable: Record<string, string> = {
  full: 'Nơi để bản sao lưu đã đầy. Dữ liệu và các bản sao lưu trước vẫn an toàn. Dọn bớt USB hoặc chọn thư mục khác.',
  readOnly:
    'Nơi để bản sao lưu chỉ cho đọc. Dữ liệu trên máy vẫn an toàn. Gạt khóa chống ghi của USB hoặc chọn thư mục khác.',
  failed: 'USB hoặc ổ đĩa sao lưu không ghi được. Dữ liệu trên máy vẫn an toàn. Dùng USB khác.',
};

const badBackups: Record<string, string> = {
  changed:
    'Bản sao lưu này đã bị thay đổi hoặc chép dở nên không dùng. Dữ liệu hiện tại không bị thay đổi. Chọn bản khác.',
  foreign:
    'Ở đây chỉ có bản sao lưu của quầy khác. Dữ liệu hiện tại không bị thay đổi. Chọn nơi để bản sao của quầy này.',
  several:
    'Ở đây có bản sao lưu của nhiều quầy. Chưa có gì thay đổi. Chọn đúng quầy trong danh sách bản sao lưu.',
  manifest: 'Ở đây không có bản sao lưu nguyên vẹn nào. Dữ liệu hiện tại không bị thay đổi. Chọn nơi khác.',
};

/** What the vault says no to: passwords, the printed code, damage, backups. Used by `faults`. */
export const vault = {
  wrongPassword: ({ seconds }: MessageParams) =>
    Number(seconds) > 0
      ? `Mật khẩu chưa đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt; gõ lại được sau ${duration(Number(seconds))}.`
      : 'Mật khẩu chưa đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi gõ lại.',
  lockedOut: ({ seconds }: MessageParams) =>
    `Đã gõ sai nhiều lần nên máy tạm dừng nhận mật khẩu. Dữ liệu vẫn an toàn. Chờ ${
      seconds === undefined ? 'hết thời gian đếm ngược' : duration(Number(seconds))
    } rồi gõ lại, hoặc dùng mã khôi phục.`,
  weakPassword: ({ reason }: MessageParams) =>
    weaknesses[String(reason)] ??
    'Mật khẩu này dễ đoán. Hãy dùng ít nhất 12 ký tự, hoặc bốn từ trở lên cách nhau bằng dấu cách.',
  wrongRecoveryCode: ({ reason, group }: MessageParams) => {
    if (reason === 'lapsed')
      return 'Mã đang hiện không còn chờ xác nhận vì quầy đã khóa. Mã trước đó vẫn như cũ. Vào Cài đặt, Bảo mật để cấp mã khác.';
    if (reason === 'length')
      return 'Mã khôi phục chưa đủ hoặc thừa ký tự: mã có 7 nhóm, mỗi nhóm 4 ký tự. Chưa có gì thay đổi. So với tờ giấy đã in rồi gõ lại.';
    if (reason === 'mistyped')
      return Number(group) > 0
        ? `Có vẻ gõ nhầm ở nhóm thứ ${Number(group)}. Chưa có gì thay đổi. So nhóm đó với tờ giấy đã in rồi sửa lại.`
        : 'Có chỗ gõ nhầm trong mã khôi phục. Chưa có gì thay đổi. So từng nhóm với tờ giấy đã in rồi sửa lại.';
    return 'Mã này gõ đúng mẫu nhưng không mở được kho của máy. Chưa có gì thay đổi. Dùng tờ mã in gần nhất của chính quầy này; mã cũ hết hiệu lực sau khi dùng.';
  },
  vaultDamaged: ({ what }: MessageParams) =>
    `${damages[String(what)] ?? 'Kho dữ liệu có chỗ hỏng nên chưa mở được.'} Không có gì bị xóa. Chọn một cách khôi phục dưới đây.`,
  foreignVault:
    'Tệp kho dữ liệu ở đây không phải của quầy này: đã bị thay bằng tệp khác hoặc tệp của máy khác. Không có gì bị thay đổi. Đặt lại đúng tệp, hoặc khôi phục từ bản sao lưu.',
  backupInvalid: ({ what }: MessageParams) =>
    badBackups[String(what)] ??
    'Bản sao lưu này không đọc được hoặc đã hỏng. Dữ liệu hiện tại không bị thay đổi. Chọn bản khác.',
  backupUnreachable: ({ reason }: MessageParams) =>
    unreachable[String(reason)] ??
    'Không tới được nơi để bản sao lưu. Dữ liệu trên máy vẫn an toàn. Cắm lại USB hoặc chọn thư mục khác.',
};
