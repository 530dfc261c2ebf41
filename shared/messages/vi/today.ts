/** Today (F1): what was done, what waits, what comes next. */
export const today = {
  title: 'Hôm nay',
  counts: {
    legend: 'Số liệu trong ngày',
    received: 'Đã nhận hôm nay',
    unprinted: 'Chưa in giấy',
    dueToday: 'Hẹn trả hôm nay',
    late: 'Quá hẹn',
    untold: 'Chưa báo kết quả',
    papers: 'Chờ bổ sung',
    toSign: 'Chờ ký',
    openToSign: (params: { count: number }) => `${params.count} giấy tờ chờ ký số, mở danh sách (Shift+F3)`,
    claimed: 'Chờ đối soát',
    conflict: 'Ghi không khớp',
    onTime: 'Đúng hạn tháng này',
    openOnTime: 'Đúng hạn tháng này, theo QĐ 766: mở số liệu từng thủ tục',
    open: (params: { name: string; count: number }) => `${params.name}: ${params.count} hồ sơ, mở danh sách`,
  },
  drafts: {
    title: 'Đang làm dở',
    hint: 'Chữ đã gõ được giữ lại, kể cả khi mất điện.',
    resume: 'Làm tiếp',
    noName: 'chưa có tên',
    noProcedure: 'chưa chọn thủ tục',
    changed: (params: { when: string; clerk: string }) => `${params.when} · ${params.clerk}`,
  },
  online: {
    title: (params: { count: number }) => `Nộp trực tuyến, chờ tiếp nhận (${params.count})`,
    hint: 'F8 tới đây, Enter mở hồ sơ: mọi điều người dân đã khai và giấy đã gửi nằm sẵn trong trang tiếp nhận.',
    none: 'Không có hồ sơ nộp trực tuyến nào đang chờ.',
    unknownProcedure: (params: { code: string }) => `thủ tục ${params.code}, chưa có trong danh mục ở đây`,
    sent: (params: { when: string; files: number }) =>
      params.files === 0 ? `Gửi ${params.when}` : `Gửi ${params.when} · ${params.files} tệp`,
    takeIn: 'Tiếp nhận',
    goOn: 'Làm tiếp',
  },
  unsure: {
    title: 'Giấy này đã in ra chưa?',
    why: 'Mọi việc đã lưu đủ, nhưng máy chưa biết giấy đã ra khỏi máy in hay chưa, có thể vì mất điện giữa lúc in. Hãy nhìn khay giấy rồi trả lời.',
    paper: (params: { form: string; code: string }) => `${params.form} · ${params.code}`,
    left: (params: { count: number }) => `Còn ${params.count} giấy cần trả lời.`,
    yes: 'Đã in, giấy ở đây',
    no: 'Không cần in',
    again: 'In lại ngay',
    later: 'Để sau (Esc)',
    settledYes: (params: { code: string }) => `Đã ghi: giấy ${params.code} đã in.`,
    settledNo: (params: { code: string }) =>
      `Đã ghi: không in giấy ${params.code}. Khi cần, mở ra rồi in lại.`,
    waiting: (params: { count: number }) => `${params.count} giấy chưa in, hoặc chưa rõ đã in ra`,
    answer: 'Trả lời',
  },
  unsound: {
    text: 'Kho dữ liệu có chỗ hỏng. Không có gì bị xóa. Xem cách khôi phục trước khi nhận thêm hồ sơ.',
    act: 'Xem ngay',
  },
  notTakenIn: {
    text: (params: { count: number }) =>
      `${params.count} việc chưa được nhận vào sổ chung. Không mất gì. Xem lý do và việc cần làm.`,
    act: 'Xem ngay',
  },
  unkeptCode: {
    text: 'Chưa ai xác nhận đã cất mã khôi phục của quầy này.',
    act: 'Cấp và in mã',
  },
  late: {
    title: 'Đã quá hẹn',
    hint: 'Tính là trễ theo QĐ 766. Gọi xin lỗi người dân và hẹn lại, hoặc giục nơi giải quyết.',
  },
  ready: {
    title: 'Có kết quả, chưa báo người dân',
    call: 'Gọi lần lượt',
  },
  longWaits: {
    title: 'Chờ bổ sung đã quá 10 ngày',
    hint: 'Thời hạn đang dừng. Gọi nhắc người dân; yêu cầu bổ sung lần nữa thì hồ sơ tính là trễ.',
  },
  claimed: {
    title: 'Báo đã chuyển khoản, chờ đối soát',
    match: 'Đối soát',
  },
  next: {
    title: 'Sắp đến hẹn trả',
    hint: 'Xong trước giờ ghi ở đầu dòng thì còn đúng hạn theo QĐ 766.',
    none: 'Không có hồ sơ nào sắp đến hẹn.',
    all: 'Xem tất cả',
  },
  recent: {
    title: 'Mới nhận hôm nay',
    none: 'Hôm nay chưa nhận hồ sơ nào.',
  },
  empty: {
    title: 'Hôm nay chưa có hồ sơ nào',
    text: 'Nhấn F2 để tiếp nhận hồ sơ đầu tiên: quét thẻ căn cước hoặc gõ tên người nộp.',
    start: 'Tiếp nhận hồ sơ (F2)',
    search: 'Có người hỏi hồ sơ cũ? Nhấn phím / rồi quét giấy tiếp nhận hoặc gõ tên, không cần dấu.',
  },
  failed: 'Chưa đọc được việc hôm nay',
};
