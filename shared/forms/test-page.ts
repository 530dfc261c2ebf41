import type { Messages } from '../messages/index.ts';
import type { OfficeProfile } from '../office/profile.ts';
import { stampsOf } from './extra.ts';
import { momentWords, officeHead } from './head.ts';
import type { OfficeHead } from './head.ts';

export interface TestExtra {
  profile: OfficeProfile;
  printer: string;
  paper: 'A4' | 'A5';
  trial: boolean;
  at: number;
  words: Messages;
}

export type TestValues = {
  title: string;
  stamps: string[];
  head: OfficeHead;
  printer: string;
  paper: string;
  printed: string;
  letters: string[];
  scan: string;
  barcode: string;
};

/** Every vowel with every tone mark, the letters around them, and those of other peoples of Vietnam. */
const letters = [
  'a à á ả ã ạ · ă ằ ắ ẳ ẵ ặ · â ầ ấ ẩ ẫ ậ · e è é ẻ ẽ ẹ · ê ề ế ể ễ ệ · i ì í ỉ ĩ ị',
  'o ò ó ỏ õ ọ · ô ồ ố ổ ỗ ộ · ơ ờ ớ ở ỡ ợ · u ù ú ủ ũ ụ · ư ừ ứ ử ữ ự · y ỳ ý ỷ ỹ ỵ',
  'đ ĕ ŏ ŭ č ñ · 0 1 2 3 4 5 6 7 8 9 · 16.000 đ · 27/11/2026',
  'Đ Ă Â Ê Ô Ơ Ư · Ằ Ắ Ẳ Ẵ Ặ Ầ Ấ Ẩ Ẫ Ậ Ề Ế Ể Ễ Ệ Ồ Ố Ổ Ỗ Ộ Ừ Ứ Ử Ữ Ự',
];

/** A page to try a printer with: edges, a ruler, every letter, and codes to scan. It holds no citizen's data. */
export const testValues = ({ profile, printer, paper, trial, at, words }: TestExtra): TestValues => ({
  title: words.print.titles.test,
  stamps: stampsOf({ trial, reprint: false, words }),
  head: officeHead(profile, at, words),
  printer,
  paper,
  printed: momentWords(at, words),
  letters,
  // No receipt has this key, and number 0000 is given to no dossier.
  scan: `${profile.code}-000000-0000.AAAAAAAAAAAAAAAAAAAA`,
  barcode: `${profile.code}-000000-0000`,
});
