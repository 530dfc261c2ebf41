/** Words of dates, office hours, terms and due dates. `weekdays` by ISO number, as they stand inside a sentence. */
export const calendar = {
  weekdays: {
    1: 'thứ Hai',
    2: 'thứ Ba',
    3: 'thứ Tư',
    4: 'thứ Năm',
    5: 'thứ Sáu',
    6: 'thứ Bảy',
    7: 'Chủ nhật',
  },
  neverOpen: 'Chưa có giờ làm việc',
  terms: {
    SAME_DAY: 'trong ngày',
    HOUR: ({ value }: { value: number }) => `${value} giờ làm việc`,
    WORKING_DAY: ({ value }: { value: number }) => `${value} ngày làm việc`,
    DAY: ({ value }: { value: number }) => `${value} ngày`,
    MONTH: ({ value }: { value: number }) => `${value} tháng`,
  },
  weekend: 'cuối tuần',
  officeClosed: 'cơ quan không làm việc',
  shifts: {
    beforeOpen: 'nhận trước giờ làm việc',
    atLunch: 'nhận giờ nghỉ trưa',
    afterClose: 'nhận sau giờ làm việc',
    afterCutoff: ({ time }: { time: string }) => `nhận sau ${time}`,
    restDay: ({ reason }: { reason: string }) => `nhận vào ngày nghỉ: ${reason}`,
  },
  countedFrom: ({ from, why }: { from: string; why: string }) => `tính từ ${from} (${why})`,
  dueNextWorkingDay: ({ why }: { why: string }) => `trả ngày làm việc tiếp theo (${why})`,
  except: ({ days, name }: { days: string; name: string }) => `trừ ${days} (${name})`,
  moreDaysOff: ({ count }: { count: number }) => `và ${count} đợt nghỉ khác`,
  workedWeekend: ({ day }: { day: string }) => `tính cả ${day} làm bù`,
  rolledFrom: ({ day, why }: { day: string; why: string }) =>
    `ngày cuối ${day} là ngày nghỉ (${why}) nên lùi sang ngày làm việc tiếp theo`,
  unofficialYears: ({ years }: { years: string }) => `lịch nghỉ ${years} chưa chính thức`,
  unofficial: 'chưa chính thức',
  hoursProblems: {
    clockUnreadable: 'Giờ phải viết dạng 07:30, từ 00:00 đến 23:59. Xin nhập lại giờ này.',
    sessionBackwards: 'Giờ kết thúc phải sau giờ bắt đầu của buổi. Xin nhập lại giờ kết thúc.',
    sessionsOverlap: 'Buổi này chồng lên buổi khác cùng ngày. Xin sửa giờ bắt đầu.',
    noWorkingHours:
      'Chưa có buổi làm việc nào từ thứ Hai đến thứ Sáu, nên không tính được ngày hẹn trả. Xin nhập ít nhất một buổi.',
  },
  deadlineFaults: {
    receivedAtUnusable:
      'Đồng hồ của máy chỉ một năm không dùng được, nên chưa tính được ngày hẹn trả. Xin chỉnh ngày giờ của máy.',
    termNotWhole:
      'Thời hạn trong danh mục không phải số nguyên, nên chưa tính được ngày hẹn trả. Xin báo quản trị xem lại thủ tục này.',
    termTooShort:
      'Thời hạn trong danh mục nhỏ hơn 1, nên chưa tính được ngày hẹn trả. Xin báo quản trị xem lại thủ tục này.',
    termTooLong:
      'Thời hạn trong danh mục quá dài, nên chưa tính được ngày hẹn trả. Xin báo quản trị xem lại thủ tục này.',
    cutoffUnreadable:
      'Giờ chốt nhận trong danh mục không đọc được, nên chưa tính được ngày hẹn trả. Xin báo quản trị xem lại thủ tục này.',
    neverOpen:
      'Giờ làm việc của cơ quan chưa có ngày làm việc nào, nên chưa tính được ngày hẹn trả. Xin nhập giờ làm việc trong Cài đặt.',
  },
  packProblems: {
    packShape: 'Tệp lịch nghỉ không đúng cấu trúc. Lịch đang dùng được giữ nguyên.',
    coverageBackwards: 'Ngày cuối của lịch đứng trước ngày đầu.',
    dayTwice: ({ date }: { date: string }) => `Ngày ${date} có hai lần.`,
    dayOutsideCoverage: ({ date }: { date: string }) => `Ngày ${date} nằm ngoài thời gian của lịch.`,
    weekdayMismatch: ({ date }: { date: string }) => `Ngày ${date} ghi sai thứ.`,
    restOnWeekend: ({ date }: { date: string }) => `Ngày nghỉ bù hoặc hoán đổi ${date} rơi vào cuối tuần.`,
    workOnWeekday: ({ date }: { date: string }) => `Ngày làm bù ${date} không phải ngày cuối tuần.`,
    pairMissing: ({ date }: { date: string }) => `Ngày hoán đổi ${date} thiếu ngày đi cặp với nó.`,
    pairUnexpected: ({ date }: { date: string }) =>
      `Ngày ${date} không phải ngày hoán đổi mà có ngày đi cặp.`,
    pairTwice: ({ date }: { date: string }) => `Ngày làm bù ${date} được dùng cho hai ngày nghỉ.`,
    coverageGap: ({ from, to }: { from: string; to: string }) =>
      `Lịch này không liền với lịch đang dùng (${from} đến ${to}): thiếu những ngày ở giữa.`,
    forecastNotMarked: ({ date }: { date: string }) =>
      `Ngày ${date} là dự kiến nhưng năm đó chưa được đánh dấu chưa chính thức.`,
  },
};
