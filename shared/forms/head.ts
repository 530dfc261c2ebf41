import { formatDate, localDateAt, minuteOfDayAt } from '../calendar/vietnam-time.ts';
import type { Messages } from '../messages/index.ts';
import type { OfficeProfile } from '../office/profile.ts';

export type OfficeHead = {
  superior: string;
  office: string;
  address: string;
  phone: string;
  /** "Mẫu Sơn, ngày 05 tháng 01 năm 2027" */
  dateline: string;
};

/** The name of the commune, out of the office's own name ("Trung tâm Phục vụ hành chính công xã Mẫu Sơn"), else the province. */
export const placeOf = (profile: OfficeProfile): string => {
  for (const text of [profile.name, profile.superior]) {
    const place = /(?:^|\s)(?:xã|phường|đặc khu)\s+(?<name>\S.*)$/iu.exec(text.normalize('NFC'))?.groups?.[
      'name'
    ];
    if (place !== undefined) return place;
  }
  return profile.province;
};

/** NĐ 30/2020/NĐ-CP, Phụ lục I: days below 10 and the months 1 and 2 are written with a leading 0. */
export const dateParts = (instant: number): { day: string; month: string; year: string } => {
  const [year = '', month = '', day = ''] = localDateAt(instant).split('-');
  return { day, month: Number(month) <= 2 ? month : String(Number(month)), year };
};

export const officeHead = (profile: OfficeProfile, at: number, words: Messages): OfficeHead => ({
  superior: profile.superior,
  office: profile.name,
  address: profile.address,
  phone: profile.phone,
  dateline: words.print.dateline({ place: placeOf(profile), ...dateParts(at) }),
});

/** "15 giờ 40 phút" as the circular writes a time. */
export const clockWords = (instant: number, words: Messages): string => {
  const minute = minuteOfDayAt(instant);
  return words.print.clock({
    hour: String(Math.floor(minute / 60)),
    minute: String(minute % 60).padStart(2, '0'),
  });
};

/** "15 giờ 40 phút, thứ Hai 23/11/2026" */
export const momentWords = (instant: number, words: Messages): string =>
  words.print.moment({ clock: clockWords(instant, words), date: formatDate(instant, words.calendar) });
