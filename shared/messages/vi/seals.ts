/** Close of day. What the page itself says is in its template (assets/forms). */
export const seals = {
  name: 'Bảng chốt sổ',
  paper: {
    forms: { receipt: 'đã xóa theo luật', guidance: 'hướng dẫn bổ sung', refusal: 'từ chối tiếp nhận' },
    lane: ({ from, to }: { from: number; to: number }) =>
      `${String(from).padStart(4, '0')}–${String(to).padStart(4, '0')}`,
    covers: ({ from, to, rows }: { from: number; to: number; rows: number }) =>
      `${rows} dòng nhật ký, từ dòng ${from} đến dòng ${to}`,
    count: ({ papers, days }: { papers: number; days: number }) => `${papers} giấy trong ${days} ngày`,
    day: ({ date, papers, acts }: { date: string; papers: number; acts: number }) =>
      `${date}: ${papers} giấy, ${acts} việc`,
    place: ({ pos, seq }: { pos: number; seq: number }) => `dòng ${pos}, thứ ${seq} của lượt mở kho`,
    signed: ({ name, at }: { name: string; at: string }) => `${name}, ký số lúc ${at}`,
    epoch: ({ name, from, to }: { name: string; from: number; to: number }) => `${name}… dòng ${from}–${to}`,
  },
  title: 'Chốt sổ',
  hint: 'Ký một lần cho mọi ngày chưa chốt: từ đó không ai sửa lén được nhật ký. Chưa chốt vẫn làm việc bình thường.',
  failed: 'Chưa mở được phần chốt sổ',
  open: {
    title: 'Chưa chốt',
    none: 'Mọi ngày đã chốt. Có giấy mới thì ngày ấy hiện ở đây.',
    day: ({ date, papers }: { date: string; papers: number }) => `${date} · ${papers} giấy`,
    more: 'Còn ngày sau nữa, chốt ở lần kế tiếp.',
    sign: 'Ký số và chốt',
    hand: 'In để ký tay',
    handNote: 'In ra là đã chốt và được ghi là ký tay. Ký, đóng dấu rồi cất cùng sổ.',
  },
  dialog: {
    title: 'Chốt sổ bằng chữ ký số',
    file: ({ days }: { days: string }) => `Bảng chốt sổ ngày ${days}`,
    working: 'Đang lập bảng và ký. Có thể mất vài giây.',
    done: 'Đã chốt sổ và ký số. Nên lưu một bản ra ngoài máy này.',
  },
  list: {
    title: 'Đã chốt',
    none: 'Chưa chốt ngày nào.',
    number: 'Số',
    days: 'Ngày',
    papers: 'Số giấy',
    at: 'Lúc chốt',
    clerk: 'Người chốt',
    state: 'Tình trạng',
    see: 'Xem',
    save: 'Lưu PDF',
    acts: 'Việc',
    signed: ({ name }: { name: string }) => `Ký số: ${name}`,
    stamped: 'có dấu thời gian',
    unstamped: 'chưa có dấu thời gian',
    byHand: 'Ký tay',
    neverPrinted: 'chưa rõ đã in chưa',
  },
  notice: {
    text: ({ count, first }: { count: number; first: string }) =>
      count === 1 ? `Ngày ${first} chưa chốt sổ.` : `${count} ngày chưa chốt sổ, từ ${first}.`,
    act: 'Chốt sổ',
  },
  closing: {
    title: 'Hôm nay chưa chốt sổ',
    text: ({ count }: { count: number }) =>
      `${count} giấy chưa nằm trong bảng chốt sổ nào. Để mai chốt cũng được, không mất gì.`,
  },
};
