/** Words of the papers of the acts. What a form itself says is in its template (assets/forms). */
export const actPapers = {
  titles: {
    supplements: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
    control: 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
    extension: 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết',
    stop: 'Thông báo dừng giải quyết hồ sơ',
    cash: 'Phiếu thu tiền (không thay biên lai)',
    returned: 'Giấy biên nhận trả kết quả',
    withdrawal: 'Đơn xin rút hồ sơ',
    transfer: 'Phiếu hướng dẫn chuyển khoản',
    feeReceipt: 'Biên lai thu phí, lệ phí',
  },
  /** What a paper cannot do without, as the clerk is told that it is missing. */
  lacks: {
    officeName: 'tên cơ quan',
    number: 'số phiếu',
    code: 'mã hồ sơ',
    reason: 'lý do',
    missing: 'giấy tờ cần bổ sung hoặc lý do',
    officer: 'tên cán bộ',
    recipient: 'tên người nhận',
    basis: 'căn cứ pháp lý',
    signer: 'tên người ký',
    holder: 'đơn vị nhận hồ sơ',
    moves: 'lần giao nhận nào',
    amount: 'số tiền',
    account: 'tài khoản nhận tiền của cơ quan',
    payment: 'khoản tiền đã thu',
    applicant: 'tên người nộp',
    proxyPaper: 'giấy ủy quyền',
    shown: 'số giấy tờ đã xuất trình',
    waybill: 'mã vận đơn',
    result: 'kết quả',
    resultNumber: 'số văn bản kết quả',
    signature: 'cách ký nhận',
    dossiers: 'hồ sơ nào',
    giver: 'bên giao',
    receiver: 'bên nhận',
  },
  listed: ({ code, what }: { code: string; what: string }) => `${what} (${code})`,
  round: ({ round }: { round: number }) => `lần thứ ${round}`,
  unit: ({ unit, person }: { unit: string; person: string }) =>
    person === '' ? unit : `${unit} (${person})`,
  counter: ({ office }: { office: string }) => `Bộ phận Một cửa, ${office}`,
  verdict: { early: 'Trước hạn', onTime: 'Đúng hạn', late: 'Quá hạn' },
  /** A control slip is nobody’s to take home: one copy stays, one travels. */
  slipCopies: { file: 'Lưu tại quầy', citizen: 'Đi cùng hồ sơ' },
  takenBack: ({ reason }: { reason: string }) => `Nhận lại: ${reason}`,
  paid: { cash: 'Tiền mặt', transfer: 'Chuyển khoản' },
  transfer: ({ day, reference }: { day: string; reference: string }) =>
    reference === ''
      ? `Chuyển khoản, ngân hàng ghi có ngày ${day}`
      : `Chuyển khoản, ngân hàng ghi có ngày ${day}, nội dung “${reference}”`,
  official: ({ form, series, number, day }: { form: string; series: string; number: string; day: string }) =>
    `mẫu số ${form}, ký hiệu ${series}, số ${number}, ngày ${day}`,
  right: {
    owner: 'chủ hồ sơ',
    submitter: 'người nộp hồ sơ',
    proxy: ({ paper }: { paper: string }) => `người được ủy quyền theo ${paper}`,
  },
  shown: {
    receipt: 'giấy tiếp nhận hồ sơ, đã đọc mã QR và khớp',
    receiptByCode: 'giấy tiếp nhận hồ sơ, đối chiếu theo mã hồ sơ',
    card: ({ number }: { number: string }) => `giấy tờ tùy thân số ${number}`,
    statement: ({ number }: { number: string }) =>
      `cam đoan đã mất giấy tiếp nhận, giấy tờ tùy thân số ${number}`,
    sent: ({ waybill }: { waybill: string }) => `gửi đi, mã vận đơn ${waybill}`,
  },
  way: {
    counter: 'trực tiếp tại quầy',
    post: 'qua bưu chính công ích',
    online: 'bản điện tử',
  },
  signs: {
    signature: '(Ký và ghi rõ họ tên)',
    fingerprint: '(Điểm chỉ ngón trỏ phải)',
  },
  approved: { yes: 'Kết quả giải quyết', no: 'Văn bản không giải quyết' },
  resultLine: ({ number, day, signer }: { number: string; day: string; signer: string }) =>
    signer === '' ? `số ${number}, ngày ${day}` : `số ${number}, ngày ${day}, người ký ${signer}`,
};
