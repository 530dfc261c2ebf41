/** The list to telephone from: results that are here and nobody was told of. */
export const ready = {
  title: 'Gọi báo kết quả',
  total: (params: { people: number; count: number }) =>
    `${params.people} người cần gọi · ${params.count} hồ sơ`,
  keys: '↑ ↓ chọn người · G: đã gặp · K: không nghe máy · S: sai số · I: in danh sách · Enter: mở hồ sơ · Esc: về Hôm nay',
  none: 'Không còn ai cần gọi. Kết quả mới về sẽ hiện ở đây.',
  failed: 'Chưa mở được danh sách gọi',
  list: 'Người cần gọi',
  noPhone: 'không có số điện thoại',
  since: (params: { when: string }) => `có kết quả từ ${params.when}`,
  calls: (params: { count: number; last: string }) =>
    params.count === 0 ? 'chưa gọi lần nào' : `đã gọi ${params.count} lần, gần nhất ${params.last}`,
  outcomes: {
    reached: 'Đã gặp, đã báo',
    silent: 'Không nghe máy',
    wrong: 'Sai số',
  },
  wrongNote: 'Sai số',
  silentNote: 'Không nghe máy',
  saying: 'Nói với người dân',
  sentence: (params: { codes: string }) =>
    `Thưa ông/bà, hồ sơ ${params.codes} đã có kết quả. Mời ông/bà đến quầy nhận trong giờ làm việc, mang theo giấy tiếp nhận và căn cước.`,
  noted: (params: { name: string; outcome: string }) => `Đã ghi: ${params.name}, ${params.outcome}.`,
  noNumber: 'Hồ sơ này không có số điện thoại. Mở hồ sơ để đính chính số, hoặc báo bằng cách khác.',
};
