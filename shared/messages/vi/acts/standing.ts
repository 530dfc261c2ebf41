/** The one line that says where a dossier stands: business · money · delivery · sync. Pieces are joined by " · ". */
export const standing = {
  business: {
    draft: 'Đang làm dở, chưa tiếp nhận',
    unknown: 'Hồ sơ có việc mà phần mềm này chưa hiểu, cần cập nhật phần mềm',
    guided: (params: { number: string }) =>
      `Chưa tiếp nhận, đã giao phiếu yêu cầu bổ sung số ${params.number}`,
    refused: (params: { number: string }) => `Từ chối tiếp nhận, phiếu số ${params.number}`,
    accepted: (params: { due: string; left: string }) =>
      `Đã tiếp nhận, hẹn trả ${params.due}, ${params.left}`,
    processing: (params: { holder: string; since: string; due: string; left: string }) =>
      `Đang chờ ${params.holder} xử lý từ ${params.since}, hẹn trả ${params.due}, ${params.left}`,
    near: (params: { where: string; due: string; left: string }) =>
      `Sắp đến hẹn: trả ${params.due}, ${params.left}, hồ sơ đang ở ${params.where}`,
    overdue: (params: { where: string; due: string; late: string }) =>
      `${params.late}: đã hẹn ${params.due}, hồ sơ đang ở ${params.where}`,
    awaiting: (params: { since: string; by: string }) =>
      `Chờ người dân bổ sung giấy tờ từ ${params.since}, thời hạn đang dừng${params.by === '' ? '' : `, hẹn bổ sung đến hết ${params.by}`}`,
    awaitingOverdue: (params: { since: string; by: string }) =>
      `Chờ người dân bổ sung giấy tờ từ ${params.since}, thời hạn đang dừng, đã quá ngày hẹn bổ sung ${params.by}`,
    ready: (params: { at: string; verdict: string }) => `Đã có kết quả từ ${params.at}, ${params.verdict}`,
    readyRefusal: (params: { at: string; verdict: string }) =>
      `Đã có văn bản không giải quyết từ ${params.at}, ${params.verdict}`,
    returned: (params: { at: string; to: string; verdict: string }) =>
      `Đã trả kết quả cho ${params.to} lúc ${params.at}, ${params.verdict}`,
    withdrawn: (params: { at: string }) => `Người dân đã rút hồ sơ lúc ${params.at}`,
    stopped: (params: { at: string; number: string }) =>
      `Đã dừng giải quyết lúc ${params.at}, thông báo số ${params.number}`,
  },
  submitted: {
    signature: (params: { to: string; since: string }) =>
      `đang trình ký${params.to === '' ? '' : `, chờ ${params.to} ký`}${params.since === '' ? '' : ` từ ${params.since}`}`,
    paper: (params: { to: string; since: string }) =>
      `đang trình ký trên giấy${params.to === '' ? '' : `, chờ ${params.to} ký`}${params.since === '' ? '' : ` từ ${params.since}`}`,
    number: (params: { signer: string }) =>
      params.signer === '' ? 'đã ký, chờ văn thư lấy số' : `${params.signer} đã ký, chờ văn thư lấy số`,
    seal: (params: { number: string }) => `đã có số ${params.number}, chờ đóng dấu`,
    sentBack: (params: { at: string; reason: string }) =>
      `bản trình ký bị trả lại lúc ${params.at}: ${params.reason}`,
  },
  counter: 'quầy',
  holder: (params: { unit: string; person: string }) =>
    params.person === '' ? params.unit : `${params.unit} (${params.person})`,
  left: {
    workingDays: (params: { days: number }) => `còn ${params.days} ngày làm việc`,
    calendarDays: (params: { days: number }) => `còn ${params.days} ngày`,
    today: 'đến hẹn hôm nay',
  },
  late: {
    today: 'Quá giờ hẹn',
    days: (params: { days: number }) => `Quá hẹn ${params.days} ngày`,
  },
  verdict: { onTime: 'đúng hạn', late: 'trễ hạn' },
  askedTwice: (params: { times: number }) => `tính là trễ vì đã yêu cầu bổ sung ${params.times} lần`,
  conflicts: (params: { count: number }) => `${params.count} chỗ ghi không khớp, cần kết luận`,
  receiptLost: 'giấy tiếp nhận đã báo mất',
  money: {
    draft: 'chưa thu gì',
    none: 'không thu gì',
    free: 'không thu phí',
    toBeSet: 'phí chờ mức của tỉnh',
    unpaid: (params: { amount: string }) => `chưa thu ${params.amount}`,
    claimed: (params: { amount: string }) => `báo đã chuyển ${params.amount}, chờ đối soát`,
    partly: (params: { held: string; owed: string }) => `đã thu ${params.held}, còn ${params.owed}`,
    partlyToBeSet: (params: { held: string }) => `đã thu ${params.held}, còn khoản chờ mức của tỉnh`,
    cash: (params: { amount: string }) => `đã thu ${params.amount} tiền mặt`,
    matched: (params: { amount: string }) => `đã nhận chuyển khoản ${params.amount}`,
    exempt: 'được miễn phí',
    refunded: (params: { amount: string }) => `đã hoàn ${params.amount}`,
    over: (params: { amount: string }) => `thu thừa ${params.amount}`,
    andToBeSet: 'còn khoản chờ mức của tỉnh',
  },
  delivery: {
    draft: 'chưa có giấy tiếp nhận',
    none: 'không có kết quả để trả',
    counter: 'nhận tại quầy',
    post: 'nhận qua bưu chính',
    online: 'nhận trực tuyến',
    untold: 'chưa báo người dân',
    tried: (params: { at: string }) => `đã gọi lúc ${params.at}, chưa gặp`,
    told: (params: { at: string }) => `đã báo người dân lúc ${params.at}`,
    returned: 'đã trả tại quầy',
    sent: 'đã gửi đi',
    held: (params: { count: number }) => `còn giữ ${params.count} bản chính`,
    nothingHeld: 'không còn giữ bản chính',
  },
  sync: {
    local: 'lưu tại máy',
    waiting: 'đã lưu tại máy, chờ gửi tỉnh',
    received: 'tỉnh đã nhận',
    refused: 'tỉnh chưa nhận, nhấn “cần xử lý” ở cuối màn hình',
    reported: 'tỉnh chưa nhận, đã báo tỉnh',
  },
};
