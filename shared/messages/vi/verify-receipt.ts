type Params = Readonly<Record<string, string | number>>;

/** The command-line judge of a receipt, `npm run verify-receipt` (docs/verify-receipt.md). */
export const verifyReceipt = {
  usage: `Đối chiếu một giấy tiếp nhận với nhật ký và bảng chốt sổ:
  npm run verify-receipt -- (--receipt GIẤY.pdf | --code MÃ --witness MÃ_ĐỐI_CHỨNG)
      --journal NHẬT_KÝ.ndjson --seal BẢNG_CHỐT_SỔ.pdf --trust THƯ_MỤC [--at NGÀY] [--json]
  --receipt   giấy tiếp nhận dạng PDF
  --code      mã hồ sơ gõ tay, hoặc chữ đọc được từ mã QR trên giấy
  --witness   mười ký tự sau chữ “Mã đối chứng” ở chân giấy
  --journal   nhật ký đã xuất (npm run verify-journal -- --export …)
  --seal      bảng chốt sổ đã ký số
  --trust     thư mục chứng thư gốc, chứng thư trung gian và danh sách thu hồi mà bạn tin
  --at        xét chứng thư vào ngày này (mặc định: hôm nay)
  --json      in kết quả dạng JSON
Mã thoát: 0 thật, 1 không chứng minh được, 2 không đọc được đầu vào.`,
  unreadable: {
    receipt: 'Không đọc được mã hồ sơ và mã đối chứng trên giấy này. Gõ tay bằng --code và --witness.',
    file: ({ file }: { file: string }) => `Không đọc được tệp ${file}.`,
  },
  yes: 'ĐÚNG: giấy tiếp nhận này có thật trong sổ đã chốt.',
  no: 'KHÔNG: chưa chứng minh được giấy tiếp nhận này.',
  holds: 'đạt',
  fails: 'không',
  checks: {
    signature: 'Chữ ký trên bảng chốt sổ',
    sealText: 'Bảng chốt sổ',
    journal: 'Nhật ký đến dòng đã chốt',
    sealed: 'Bảng chốt sổ và nhật ký khớp nhau',
    receipt: 'Giấy tiếp nhận có trong nhật ký',
    covered: 'Nằm trong phần đã chốt',
    listed: 'Có tên trong bảng chốt sổ',
  },
  reasons: {
    unsigned: () =>
      'bảng không có chữ ký số. Bảng ký tay phải xem bản giấy có chữ ký và dấu tại cơ quan đã chốt.',
    sealAltered: () => 'tệp bảng chốt sổ đã bị sửa sau khi ký.',
    sealUntrusted: () =>
      'chứng thư của người ký không nối được tới chứng thư gốc trong thư mục tin cậy, hoặc không dùng để ký.',
    sealRevoked: () => 'chứng thư của người ký đã bị thu hồi.',
    sealUnknown: () =>
      'chưa biết chứng thư có bị thu hồi không, hoặc dấu thời gian không đúng. Tải danh sách thu hồi còn hạn vào thư mục tin cậy.',
    notASeal: () => 'tệp này không phải bảng chốt sổ của Quầy Một Cửa.',
    journalAltered: (p: Params) => `nhật ký không còn nguyên vẹn, chỗ sai đầu tiên ở dòng ${p['pos'] ?? ''}.`,
    journalOther: (p: Params) => `đây là nhật ký của cơ quan khác, không phải ${p['office'] ?? ''}.`,
    headMissing: (p: Params) =>
      `nhật ký này không có dòng ${p['pos'] ?? ''} đã chốt: bị cắt ngắn, hoặc là nhật ký của quầy khác.`,
    receiptMissing: (p: Params) => `không có hồ sơ ${p['code'] ?? ''} trong nhật ký này.`,
    witnessOther: (p: Params) =>
      `hồ sơ ${p['code'] ?? ''} có ở dòng ${p['pos'] ?? ''}, nhưng mã đối chứng khác: giấy hoặc dòng ấy không phải bản gốc.`,
    notSealedYet: (p: Params) =>
      `dòng ${p['pos'] ?? ''} ghi sau dòng ${p['to'] ?? ''} là dòng cuối đã chốt. Xin bảng chốt sổ của ngày sau.`,
    notListed: () => 'bảng không ghi mã hồ sơ cùng mã đối chứng này.',
    notAsked: () => 'chưa xét được vì phần trên không đạt.',
  },
};
