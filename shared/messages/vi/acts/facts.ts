/** What the acts have made of a dossier, on its page. */
export const facts = {
  course: 'Giải quyết',
  holder: 'Đang ở',
  atCounter: 'Quầy',
  slip: 'Phiếu kiểm soát',
  asked: (params: { round: number }) => `Yêu cầu bổ sung lần ${params.round}`,
  askedAt: (params: { at: string; number: string }) => `${params.at}, phiếu ${params.number}`,
  waiting: 'đang chờ',
  brought: (params: { at: string }) => `đã bổ sung ${params.at}`,
  extension: 'Hẹn lại',
  extended: (params: { due: string; number: string }) => `${params.due}, văn bản ${params.number}`,
  result: 'Kết quả',
  resultOf: (params: { number: string; date: string; signer: string }) =>
    `số ${params.number} ngày ${params.date}, ${params.signer} ký`,
  resultSummary: 'Trích yếu',
  resultFiles: 'Tệp kết quả',
  saveFile: 'Lưu tệp này ra ngoài để mở',
  fileSaved: ({ file }: { file: string }) => `Đã lưu: ${file}`,
  notice: 'Báo người dân',
  noticeOf: (params: { at: string; how: string; reached: string }) =>
    `${params.at}, ${params.how}, ${params.reached}`,
  stop: 'Dừng giải quyết',
  stopOf: (params: { at: string; number: string; reason: string }) =>
    `${params.at}, thông báo ${params.number}: ${params.reason}`,
  withdrawal: 'Rút hồ sơ',
  withdrawalOf: (params: { at: string; to: string; reason: string }) =>
    `${params.at}, ${params.to}: ${params.reason}`,
  returned: 'Trả kết quả',
  returnedOf: (params: { at: string; to: string; shown: string }) =>
    `${params.at}, cho ${params.to} (${params.shown})`,
  kept: 'Bản chính còn giữ vì',
  satisfaction: 'Mức hài lòng',
  place: 'Hồ sơ giấy cất tại',
  receiptLost: 'Giấy tiếp nhận',
  receiptLostOf: (params: { at: string; by: string }) => `${params.by} báo mất ${params.at}`,
  corrections: (params: { count: number }) => `Đã đính chính ${params.count} lần, xem Diễn biến.`,
  originalBack: (params: { at: string }) => `đã trả ${params.at}`,
  originalHere: 'đang giữ',
  promiseStopped: (params: { at: string }) =>
    `Thời hạn đang dừng từ ${params.at}. Ngày hẹn tính lại khi nhận đủ giấy bổ sung.`,
  promiseNow: 'Hẹn trả hiện nay',
  promiseThen: (params: { due: string }) => `Giấy tiếp nhận hẹn ${params.due}`,

  money: 'Đã thu, đã hoàn',
  payment: (params: { amount: string; way: string; at: string; clerk: string }) =>
    `${params.amount} ${params.way}, ${params.at}, ${params.clerk}`,
  ways: { cash: 'tiền mặt', transfer: 'chuyển khoản' },
  receipt: (params: { kind: string; form: string; series: string; number: string; date: string }) =>
    `${params.kind} mẫu ${params.form}, ký hiệu ${params.series}, số ${params.number} ngày ${params.date}`,
  noReceipt: 'chưa ghi biên lai',
  claim: (params: { amount: string; at: string; reference: string }) =>
    `Báo đã chuyển ${params.amount}, ${params.at}${params.reference === '' ? '' : ` (${params.reference})`}, chờ đối soát`,
  refund: (params: { amount: string; to: string; at: string; reason: string }) =>
    `Hoàn ${params.amount} cho ${params.to}, ${params.at}: ${params.reason}`,
  nothingPaid: 'Chưa thu khoản nào.',
};
