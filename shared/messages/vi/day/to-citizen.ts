/** What the clerk says aloud when asked where a dossier is: what happened, what comes next and when, what to bring. */
export const toCitizen = {
  happened: {
    draft: 'Hồ sơ của ông/bà đang được nhập tại quầy, chưa tiếp nhận nên chưa có ngày hẹn.',
    received: (params: { when: string }) => `Hồ sơ của ông/bà đã được tiếp nhận lúc ${params.when}.`,
    processing: (params: { unit: string; since: string }) =>
      `Hồ sơ của ông/bà đã chuyển ${params.unit} giải quyết từ ${params.since}.`,
    near: (params: { where: string }) =>
      `Hồ sơ của ông/bà đang ở ${params.where}, vẫn trong hạn và sắp đến hẹn trả.`,
    overdueToday: (params: { where: string }) =>
      `Hồ sơ của ông/bà đã quá giờ hẹn trả hôm nay, hiện đang ở ${params.where}. Chúng tôi xin lỗi ông/bà.`,
    overdue: (params: { where: string; days: number }) =>
      `Hồ sơ của ông/bà đã trễ hẹn ${params.days} ngày, hiện đang ở ${params.where}. Chúng tôi xin lỗi ông/bà.`,
    awaiting: (params: { papers: string; since: string }) =>
      `Hồ sơ của ông/bà còn thiếu ${params.papers}. Quầy đã yêu cầu bổ sung lúc ${params.since}; trong lúc chờ, thời hạn giải quyết tạm dừng.`,
    ready: (params: { at: string }) => `Hồ sơ của ông/bà đã có kết quả từ ${params.at}.`,
    readyRefusal: (params: { at: string }) =>
      `Hồ sơ của ông/bà đã có văn bản trả lời không giải quyết từ ${params.at}, trong đó nêu rõ lý do.`,
    told: (params: { at: string }) => `Quầy đã báo cho ông/bà lúc ${params.at}.`,
    returned: (params: { to: string; at: string }) => `Kết quả đã trao cho ${params.to} lúc ${params.at}.`,
    sent: (params: { at: string }) => `Kết quả đã gửi đi lúc ${params.at}.`,
    withdrawn: (params: { at: string }) => `Hồ sơ đã được rút lúc ${params.at}, nên không giải quyết nữa.`,
    stopped: (params: { at: string; number: string }) =>
      `Hồ sơ đã dừng giải quyết lúc ${params.at}, lý do ghi trong thông báo số ${params.number}.`,
    guided: (params: { papers: string; number: string }) =>
      `Hồ sơ chưa được tiếp nhận vì còn thiếu ${params.papers}, đã ghi trong phiếu số ${params.number}.`,
    refused: (params: { number: string }) =>
      `Hồ sơ không được tiếp nhận, lý do ghi trong phiếu số ${params.number}.`,
    claimed: (params: { amount: string }) =>
      `Khoản ${params.amount} ông/bà báo đã chuyển đang được đối chiếu với ngân hàng.`,
    refusedByHub:
      'Tỉnh chưa ghi nhận được hồ sơ và quầy đang xử lý việc này. Giấy tiếp nhận vẫn có giá trị, ông/bà không phải nộp lại.',
    inQuestion: 'Quầy cần kiểm tra lại hồ sơ này trước khi trả lời chắc chắn.',
  },
  missing: (params: { name: string; count: number }) =>
    params.count > 1 ? `${params.name} (${params.count} bản)` : params.name,
  somePapers: 'giấy tờ đã ghi trong phiếu yêu cầu bổ sung',
  next: {
    draft: 'Xin chờ ít phút để nhận giấy tiếp nhận và hẹn trả kết quả.',
    counter: (params: { due: string }) => `Mời ông/bà đến quầy nhận kết quả lúc ${params.due}.`,
    post: (params: { due: string }) =>
      `Kết quả hẹn có lúc ${params.due}, sau đó được gửi qua bưu chính đến địa chỉ đã ghi, ông/bà không phải đến.`,
    online: (params: { due: string }) =>
      `Kết quả hẹn có lúc ${params.due} và được trả trực tuyến, ông/bà không phải đến.`,
    overdue: (params: { phone: string }) =>
      params.phone === ''
        ? 'Xin ông/bà để lại số điện thoại, quầy sẽ hỏi nơi giải quyết và báo ngày hẹn mới.'
        : `Quầy sẽ hỏi nơi giải quyết và báo ngày hẹn mới qua số ${params.phone}; ông/bà chưa cần đến.`,
    papers: (params: { by: string }) =>
      `Mời ông/bà nộp đủ tại quầy${params.by === '' ? '' : `, chậm nhất hết ${params.by}`}. Khi nhận đủ, thời hạn tính tiếp và quầy báo ngày hẹn mới.`,
    papersPast: (params: { by: string }) =>
      `Ngày hẹn bổ sung là ${params.by} đã qua; mời ông/bà nộp đủ càng sớm càng tốt. Khi nhận đủ, thời hạn tính tiếp và quầy báo ngày hẹn mới.`,
    fetch: 'Mời ông/bà đến quầy nhận trong giờ làm việc.',
    sendPost: 'Kết quả sẽ được gửi qua bưu chính đến địa chỉ đã ghi, ông/bà không phải đến.',
    sendOnline: 'Kết quả sẽ được trả trực tuyến, ông/bà không phải đến.',
    returned: 'Nếu thấy kết quả có chỗ sai sót, mời ông/bà mang lại quầy.',
    originals: (params: { count: number }) =>
      `Quầy còn giữ ${params.count} bản chính; mời ông/bà đến nhận lại trong giờ làm việc.`,
    anew: 'Nếu vẫn có nhu cầu, mời ông/bà nộp hồ sơ mới.',
    complete: 'Khi có đủ, mời ông/bà đến nộp; thời hạn tính từ lúc quầy nhận đủ.',
    inQuestion: 'Xin ông/bà chờ ít phút, hoặc để lại số điện thoại để quầy báo lại.',
  },
  bring: {
    line: (params: { things: string }) => `Khi đến, xin mang ${params.things}.`,
    and: ' và ',
    receipt: 'giấy tiếp nhận',
    card: 'căn cước',
    money: (params: { amount: string }) => `${params.amount} tiền phí, lệ phí chưa nộp`,
    proof: 'chứng từ chuyển khoản',
    papers: 'các giấy tờ còn thiếu',
    slip: (params: { number: string }) => `phiếu số ${params.number}`,
    lost: 'Giấy tiếp nhận đã báo mất, nên quầy sẽ đối chiếu căn cước.',
    proxy: 'Người đi nhận thay cần thêm giấy ủy quyền và căn cước của mình.',
  },
};
