import { frame } from './common/frame.ts';
import { lobby } from './common/lobby.ts';

/** Words every place uses: the product's name, plain acts, the frame and the lobby. */
export const common = {
  product: 'Quầy Một Cửa',
  acts: {
    ok: 'Đồng ý',
    cancel: 'Thôi',
    close: 'Đóng',
    save: 'Lưu',
    saved: 'Đã lưu',
    back: 'Quay lại',
    next: 'Tiếp theo',
    print: 'In',
    again: 'Làm lại',
    later: 'Để sau',
    add: 'Thêm',
    remove: 'Bỏ',
    change: 'Đổi',
    choose: 'Chọn',
    open: 'Mở',
    yes: 'Có',
    no: 'Không',
  },
  working: 'Đang làm…',
  loading: 'Đang mở…',
  optional: 'không bắt buộc',
  none: 'không có',
  frame,
  lobby,
  /** Titles and kinds of file in main's own dialogs. */
  dialogs: {
    pack: 'Gói dữ liệu',
    attachment: 'Giấy tờ quét (PDF, ảnh)',
    statement: 'Sao kê ngân hàng (CSV, XLSX)',
    driver: 'Thư viện trình điều khiển USB ký số',
    certificate: 'Tệp chứng thư (.p12, .pfx)',
    trust: 'Chứng thư gốc, danh sách thu hồi (.crt, .cer, .pem, .p7b, .crl)',
    picture: 'Ảnh PNG nền trong suốt',
    carry: 'Gói gửi tỉnh trên USB (.quaygui)',
    acknowledgement: 'Giấy báo nhận của tỉnh (.quaynhan)',
  },
  /** On the terminal, before there is a window. */
  start: {
    refusedSwitch: (params: { name: string }) =>
      `Quầy Một Cửa không mở với tùy chọn --${params.name}: tùy chọn này có thể cho chương trình khác vào cửa sổ. Bỏ nó khỏi lối tắt hoặc dòng lệnh rồi mở lại.`,
  },
  day: {
    behindTitle: 'Đồng hồ máy chạy chậm?',
    aheadTitle: 'Đồng hồ máy chạy nhanh?',
    behind: (params: { clock: string; last: string }) =>
      `Máy đang chỉ ${params.clock}, nhưng hồ sơ gần nhất đã ghi ngày ${params.last}.`,
    ahead: (params: { clock: string; last: string }) =>
      `Máy đang chỉ ${params.clock}, cách hồ sơ gần nhất (${params.last}) nhiều ngày.`,
    safe: 'Hồ sơ đã nhận không bị ảnh hưởng. Ngày làm việc quyết định mã hồ sơ và ngày hẹn, nên cần người xem lịch và xác nhận.',
    field: 'Hôm nay là ngày',
    hint: 'Gõ ngày/tháng/năm. Xem lịch treo tường hoặc điện thoại.',
    reads: (params: { day: string }) => `Sẽ ghi: ${params.day}`,
    confirm: 'Đúng, hôm nay là ngày này',
    later: 'Để sau, chỉ xem hồ sơ',
    askOther: 'Tài khoản này không xác nhận được ngày. Nhờ người tiếp nhận hoặc quản trị viên.',
    confirmed: (params: { day: string }) => `Đã xác nhận ngày làm việc ${params.day}.`,
  },
  restore: {
    title: 'Cần mã mới nhất đã in',
    text: 'Kho này được đặt lại từ một bản sao, hoặc máy này vừa thay cho máy cũ: có thể thiếu những hồ sơ đã nhận. Để không cấp trùng mã, máy cần biết mã mới nhất đã in.',
    scan: 'Quét mã trên liên lưu mới nhất, hoặc gõ mã hồ sơ',
    scanHint: 'Liên lưu là bản giấy cơ quan giữ. Lấy tờ có ngày giờ muộn nhất.',
    read: (params: { code: string }) => `Đã đọc: ${params.code}`,
    unread: 'Chưa đọc được mã hồ sơ. Quét lại, hoặc gõ đúng như trên giấy, ví dụ H55.242-261126-0007.',
    noPaper: 'Không có hồ sơ nào nhận sau lúc sao hay ở máy cũ',
    confirm: 'Mở lại việc tiếp nhận',
    confirmed: 'Đã mở lại việc tiếp nhận. Số mới cao hơn mọi số đã in.',
  },
};
