/** The books of F6: what they are called, their columns, and what stands in them. */
export const books = {
  title: 'Sổ và báo cáo',
  names: {
    tracking: 'Sổ theo dõi hồ sơ',
    fees: 'Sổ thu phí, lệ phí',
    receipts: 'Sổ biên lai đã dùng',
    onTime: 'Số liệu giải quyết đúng hạn',
  },
  about: {
    tracking: 'Mẫu số 07: mỗi hồ sơ nhận trong kỳ một dòng.',
    fees: 'Mọi khoản tiền đã thu, đã hoàn trong kỳ.',
    receipts: 'Biên lai thu tiền ghi trong kỳ, theo mẫu số, ký hiệu, số.',
    onTime: 'Theo Quyết định 766/QĐ-TTg, từng thủ tục, tính đến hết kỳ.',
  },
  tracking: {
    columns: {
      no: 'TT',
      code: 'Mã hồ sơ',
      procedure: 'Tên thủ tục hành chính',
      sets: 'Số bộ',
      name: 'Tên cá nhân, tổ chức',
      address: 'Địa chỉ, số điện thoại',
      agency: 'Cơ quan chủ trì giải quyết',
      received: 'Nhận hồ sơ',
      due: 'Hẹn trả kết quả',
      returned: 'Trả kết quả',
      way: 'Phương thức nhận kết quả',
      signature: 'Ký nhận',
      note: 'Ghi chú',
    },
    onBehalf: ({ owner, submitter }: { owner: string; submitter: string }) =>
      `${owner} (người nộp: ${submitter})`,
    ways: { counter: 'Trực tiếp', post: 'Bưu chính công ích', online: 'Trực tuyến' },
    taker: {
      signature: ({ name }: { name: string }) => `${name} (đã ký)`,
      fingerprint: ({ name }: { name: string }) => `${name} (điểm chỉ)`,
      none: ({ name }: { name: string }) => name,
    },
    notes: {
      asked: ({ day, round }: { day: string; round: number }) => `yêu cầu bổ sung lần ${round} ngày ${day}`,
      promised: ({ day, due }: { day: string; due: string }) => `nhận bổ sung ngày ${day}, hẹn lại ${due}`,
      extended: ({ day, due }: { day: string; due: string }) =>
        `xin lỗi, gia hạn ngày ${day}, hẹn lại ${due}`,
      stopped: ({ day }: { day: string }) => `dừng giải quyết ngày ${day}`,
      withdrawn: ({ day, reason }: { day: string; reason: string }) =>
        reason === '' ? `rút hồ sơ ngày ${day}` : `rút hồ sơ ngày ${day} (${reason})`,
      corrected: ({ day, before, after }: { day: string; before: string; after: string }) =>
        `đính chính ngày ${day}: “${before}” thành “${after}”`,
      late: ({ why }: { why: string }) => `trễ hạn: ${why}`,
      overdue: 'đang quá hạn',
      conflict: 'có việc ghi không khớp, chưa kết luận',
    },
  },
  fees: {
    columns: {
      no: 'TT',
      at: 'Ngày, giờ',
      code: 'Mã hồ sơ',
      payer: 'Người nộp',
      procedure: 'Thủ tục',
      way: 'Hình thức',
      slip: 'Số phiếu thu',
      receipt: 'Biên lai',
      cash: 'Thu tiền mặt (đ)',
      transfer: 'Thu chuyển khoản (đ)',
      refund: 'Hoàn (đ)',
      clerk: 'Người thu',
      note: 'Ghi chú',
    },
    ways: { cash: 'Tiền mặt', transfer: 'Chuyển khoản', refund: 'Hoàn tiền' },
    receipt: ({ form, series, number }: { form: string; series: string; number: string }) =>
      `${form}, ${series}, số ${number}`,
    bank: ({ day, reference }: { day: string; reference: string }) =>
      reference === '' ? `ghi có ${day}` : `ghi có ${day}: ${reference}`,
    left: ({ amount }: { amount: string }) => `Thu trừ hoàn: ${amount}`,
  },
  receipts: {
    columns: {
      no: 'TT',
      form: 'Mẫu số',
      series: 'Ký hiệu',
      number: 'Số',
      day: 'Ngày biên lai',
      kind: 'Loại',
      amount: 'Số tiền (đ)',
      way: 'Hình thức',
      code: 'Mã hồ sơ',
      payer: 'Người nộp',
      procedure: 'Thủ tục',
      at: 'Ghi lúc',
      clerk: 'Người ghi',
    },
    count: ({ count }: { count: number }) => `${count} biên lai`,
  },
  onTime: {
    columns: {
      no: 'TT',
      code: 'Mã thủ tục',
      procedure: 'Tên thủ tục hành chính',
      carried: 'Kỳ trước chuyển sang',
      received: 'Nhận trong kỳ',
      early: 'Xong trước hạn',
      onTime: 'Xong đúng hạn',
      late: 'Xong trễ hạn',
      openInTime: 'Đang xử lý trong hạn',
      openOverdue: 'Đang xử lý quá hạn',
      share: 'Đúng hạn trên đã xong',
    },
  },
  paper: {
    volume: ({
      volume,
      volumes,
      first,
      last,
    }: {
      volume: number;
      volumes: number;
      first: string;
      last: string;
    }) => `Tập ${volume}/${volumes}: dòng ${first} đến dòng ${last}`,
    count: ({ count }: { count: string }) => `Sổ của kỳ này có ${count} dòng.`,
    made: ({ at }: { at: string }) => `Lập lúc ${at}`,
  },
  total: 'Cộng',
  period: {
    label: 'Kỳ',
    kinds: { day: 'Ngày', month: 'Tháng', quarter: 'Quý', year: 'Năm', range: 'Từ ngày – đến ngày' },
    day: ({ day }: { day: string }) => `ngày ${day}`,
    month: ({ month, year }: { month: number; year: string }) => `tháng ${month} năm ${year}`,
    quarter: ({ quarter, year }: { quarter: string; year: string }) => `quý ${quarter} năm ${year}`,
    year: ({ year }: { year: string }) => `năm ${year}`,
    range: ({ from, to }: { from: string; to: string }) => `từ ngày ${from} đến ngày ${to}`,
    earlier: 'Kỳ trước',
    later: 'Kỳ sau',
    anyDay: 'Một ngày trong kỳ',
    from: 'Từ ngày',
    to: 'Đến ngày',
  },
  file: {
    names: {
      tracking: 'so-theo-doi-ho-so',
      fees: 'so-thu-phi-le-phi',
      receipts: 'so-bien-lai',
      onTime: 'so-lieu-dung-han',
    },
    part: ({ part, parts }: { part: number; parts: number }) => `tap-${part}-tren-${parts}`,
  },
};
