/** Printed dates that a later holiday notice has put in question. */
export const promises = {
  title: (params: { count: number }) => `Lịch nghỉ mới: ${params.count} hồ sơ có ngày hẹn phải báo lại`,
  hint: 'Ngày đã in không tự đổi. Gọi báo người dân, hoặc mở hồ sơ để xin lỗi và hẹn lại; xong thì dòng ấy tự hết.',
  line: (params: { promised: string; wouldBe: string; kind: string }) =>
    `đã hẹn ${params.promised} · theo lịch mới ${params.wouldBe} · ${params.kind}`,
  closed: 'ngày hẹn nay là ngày nghỉ',
  later: 'hết hạn muộn hơn',
  earlier: 'hết hạn sớm hơn',
  called: 'Đã gọi, đã báo',
  calledNote: (params: { wouldBe: string }) => `Báo lại ngày hẹn vì lịch nghỉ mới: ${params.wouldBe}`,
  open: 'Mở, hẹn lại',
  noPhone: 'không có số điện thoại',
  noted: (params: { name: string }) => `Đã ghi: đã báo ${params.name} về ngày hẹn.`,
};
