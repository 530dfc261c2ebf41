/**
 * Words that papers are filled with. What a form itself says is in its template (assets/forms): data a province may replace.
 */
export const print = {
  titles: {
    receipt: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    guidance: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
    refusal: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
    sheet: 'Tờ thông tin thủ tục',
    recovery: 'Mã khôi phục',
    test: 'Trang in thử',
  },
  stamps: { trial: 'BẢN THỬ', reprint: 'BẢN SAO', draft: 'BẢN XEM TRƯỚC' },
  copies: { file: 'Lưu', citizen: 'Giao khách hàng', internal: 'Nội bộ' },
  dateline: ({ place, day, month, year }: { place: string; day: string; month: string; year: string }) =>
    `${place === '' ? 'Ngày' : `${place}, ngày`} ${day} tháng ${month} năm ${year}`,
  clock: ({ hour, minute }: { hour: string; minute: string }) => `${hour} giờ ${minute} phút`,
  moment: ({ clock, date }: { clock: string; date: string }) => `${clock}, ${date}`,
  desk: ({ number }: { number: string }) => `Quầy số ${number}`,
  identity: {
    cccd: ({ number }: { number: string }) => `Số định danh ${number}`,
    cmnd: ({ number }: { number: string }) => `CMND ${number}`,
    passport: ({ number }: { number: string }) => `Hộ chiếu ${number}`,
    tax: ({ number }: { number: string }) => `Mã số thuế ${number}`,
    other: ({ number }: { number: string }) => `Giấy tờ số ${number}`,
    none: ({ number }: { number: string }) => number,
  },
  marks: {
    presented: 'xuất trình – trả lại ngay',
    declared: 'kê khai',
  },
  fee: {
    toBeSet: 'do HĐND tỉnh quy định',
    exempt: 'miễn',
    free: 'không thu',
  },
  delivery: {
    counter: 'Tại quầy tiếp nhận',
    post: ({ address }: { address: string }) => `Qua bưu chính công ích, gửi đến: ${address}`,
    online: ({ address }: { address: string }) =>
      address === '' ? 'Bản điện tử' : `Bản điện tử, gửi đến: ${address}`,
  },
  sheet: {
    cutoff: ({ term, time }: { term: string; time: string }) =>
      `${term}; hồ sơ nhận sau ${time} trả ngày làm việc tiếp theo`,
    amount: ({ amount, unit }: { amount: string; unit: string }) => `${amount}/${unit}`,
    online: ({ label }: { label: string }) => `${label} (nộp trực tuyến)`,
    required: 'bắt buộc',
    ifAny: 'nếu có',
    when: ({ condition }: { condition: string }) => `khi ${condition}`,
    all: 'tất cả',
    parts: { code: 'mã thủ tục', term: 'thời hạn', components: 'thành phần hồ sơ', fees: 'phí, lệ phí' },
    edition: ({ version, from, day }: { version: string; from: string; day: string }) =>
      `Danh mục bản ${version}, áp dụng từ ${from}; in ngày ${day}`,
  },
  troubles: {
    noPrinter: 'máy tính này chưa có máy in',
    printerGone: 'máy in này không còn trong danh sách máy in',
    printerStopped: 'máy in đang dừng hoặc không nhận lệnh in',
    cancelled: 'lệnh in đã bị hủy',
    failed: 'máy in từ chối lệnh in',
    noAnswer: 'máy in không trả lời',
    notDrawn: 'chưa dựng được trang giấy',
  },
  lookup: {
    online: ({ address }: { address: string }) => `quét mã QR, hoặc vào ${address} và nhập mã hồ sơ.`,
    atOffice: 'đưa giấy này cho cán bộ tại quầy, hoặc gọi điện và đọc mã hồ sơ.',
  },
};
