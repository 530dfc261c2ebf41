/** The preview of a paper, and what is said once it was sent to a printer. */
export const paper = {
  draftTitle: 'Xem trước giấy tiếp nhận',
  draftNote: 'Hồ sơ chưa tiếp nhận: đây chỉ là bản xem trước, chưa in và chưa lưu được.',
  frame: (params: { title: string }) => `Trang giấy: ${params.title}`,
  sheetArea: 'Trang giấy, cuộn bằng phím mũi tên',
  loading: 'Đang dựng trang giấy…',
  failed: 'Chưa dựng được trang giấy',
  pages: (params: { count: number }) => `${params.count} trang`,
  choices: 'Cách in',
  size: 'Khổ giấy',
  twoOnOne: 'Hai liên trên một tờ A4 để cắt đôi',
  copies: 'Liên',
  printer: 'Máy in',
  choosePrinter: 'Chọn máy in',
  noPrinters: 'Máy này chưa có máy in nào. Nối máy in rồi mở lại trang này để in.',
  notReady: 'chưa sẵn sàng',
  defaultMark: 'mặc định',
  print: 'In',
  save: 'Lưu PDF',
  close: 'Đóng (Esc)',
  printing: 'Đang in…',
  saving: 'Đang lưu…',
  outcomes: {
    printed: (params: { printer: string }) => `Đã gửi giấy tới máy in ${params.printer}.`,
    saved: (params: { detail: string }) => (params.detail ? `Đã lưu PDF: ${params.detail}` : 'Đã lưu PDF.'),
    failed: (params: { printer: string; detail: string }) =>
      `Chưa in được${params.printer ? ` trên máy in ${params.printer}` : ''}${params.detail ? `: ${params.detail}` : ''}. Hồ sơ đã lưu đủ. Kiểm tra máy in rồi nhấn F9 để in lại.`,
    unsure: (params: { printer: string }) =>
      `Không chắc giấy đã in ra${params.printer ? ` ở máy in ${params.printer}` : ''}. Hồ sơ đã lưu đủ. Nhìn khay giấy: nếu chưa có, nhấn F9 để in lại.`,
    skipped: 'Giấy chưa in. Hồ sơ đã lưu đủ; nhấn F9 khi muốn in.',
  },
  sheetFailed: (params: { printer: string; detail: string }) =>
    `Chưa in được giấy này${params.printer ? ` trên máy in ${params.printer}` : ''}${params.detail ? `: ${params.detail}` : ''}. Kiểm tra máy in rồi in lại.`,
};
