import type { Messages } from '../../shared/messages/index.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, in the largest whole unit: "3 giờ". `span` in milliseconds. */
export const ageText = (span: number, words: Pick<Messages, 'common'>): string => {
  const say = words.common.frame.age;
  if (span < minute) return say.now;
  if (span < hour) return say.minutes({ count: Math.floor(span / minute) });
  if (span < 2 * day) return say.hours({ count: Math.floor(span / hour) });
  return say.days({ count: Math.floor(span / day) });
};

/** 3418 → "3.418" in Vietnamese, "3,418" in English. */
export const countText = (count: number, language: 'vi' | 'en'): string =>
  new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(count);
