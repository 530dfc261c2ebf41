/** The command-line verifier, `npm run verify-journal`. It says everything in both languages; the faults' own words are settings.journal's. */
export const journal = {
  usage: `Kiểm tra nhật ký của một kho, hoặc của một tệp đã xuất:
  npm run verify-journal -- --data THƯ_MỤC [--clerk TÊN] [--checkpoint] [--export TỆP.ndjson [--without-content]] [--json]
  npm run verify-journal -- --ndjson TỆP.ndjson [--json]
  --data             thư mục dữ liệu của quầy; chỉ đọc, quầy đang chạy vẫn được
  --clerk            tên đăng nhập hoặc họ tên; mật khẩu hỏi ở màn hình, đọc từ đầu vào chuẩn hoặc QUAY_PASSWORD
  --full             kiểm tra từ dòng đầu tiên (mặc định)
  --checkpoint       chỉ kiểm tra phần mới từ lần kiểm tra trước
  --export           ghi các dòng ra tệp, có dữ liệu công dân ở dạng đọc được
  --without-content  khi xuất, bỏ nội dung hồ sơ: chuỗi vẫn kiểm tra được
  --ndjson           kiểm tra một tệp đã xuất, không cần kho
  --json             in kết quả dạng JSON
Mã thoát: 0 nguyên vẹn, 1 có lỗi, 2 không kiểm tra được.`,
  password: (params: { name: string }) => `Mật khẩu của ${params.name}`,
  clerkNeeded: (params: { names: string }) =>
    `Kho có nhiều người dùng, hãy chọn bằng --clerk: ${params.names}.`,
  clerkUnknown: (params: { name: string; names: string }) =>
    `Không có người dùng "${params.name}". Kho này có: ${params.names}.`,
  wrongPassword: 'Mật khẩu không đúng. Kho không bị thay đổi gì.',
  mustWait: (params: { seconds: number }) =>
    `Tài khoản đang tạm khóa vì sai mật khẩu nhiều lần. Thử lại sau ${params.seconds} giây.`,
  vault: (params: { office: string; desk: string }) => `Kho: ${params.office}, ${params.desk}`,
  file: (params: { file: string }) => `Tệp: ${params.file}`,
  full: 'Kiểm tra toàn bộ, từ dòng đầu tiên',
  checkpoint: 'Kiểm tra phần mới, từ lần kiểm tra trước',
  rows: (params: { from: number; to: number; rows: number; erased: number }) =>
    `Dòng ${params.from} đến ${params.to}: ${params.rows} dòng, ${params.erased} dòng không còn nội dung`,
  noRows: 'Không có dòng nào để kiểm tra',
  head: (params: { witness: string; hash: string }) =>
    `Dòng cuối: ${params.witness} (mười ký tự như in trên giấy tiếp nhận), mã băm ${params.hash}`,
  sound: 'NGUYÊN VẸN: mọi mã băm và chữ ký đều khớp.',
  fork: (params: { seq: number; epoch: string; children: number }) =>
    `Chia nhánh sau dòng ${params.seq} của lần mở kho ${params.epoch}: ${params.children} nhánh, đều được giữ. Kho từng được khôi phục hoặc sao chép.`,
  recovery: (params: { pos: number; clerk: string }) =>
    `Dòng ${params.pos}: người dùng ${params.clerk} nhận khóa mới bằng mã khôi phục. Hãy hỏi ai đã dùng.`,
  access: (params: { entries: number }) => `Nhật ký truy cập: ${params.entries} dòng, chuỗi khớp.`,
  accessBroken: (params: { entries: number; broken: string }) =>
    `Nhật ký truy cập: ${params.entries} dòng, KHÔNG khớp ở dòng ${params.broken}.`,
  exported: (params: { rows: number; file: string }) => `Đã xuất ${params.rows} dòng ra ${params.file}`,
  clear: 'Tệp này chứa dữ liệu công dân ở dạng đọc được: giữ như giữ hồ sơ giấy, xóa khi xong việc.',
};
