import { volumeText } from '../../certification/numbers.ts';
import type { RegisterPlace } from '../../certification/events.ts';
import type { Messages } from '../../messages/index.ts';
import type { OfficeProfile } from '../../office/profile.ts';
import { stampsOf } from '../extra.ts';
import { momentWords, officeHead } from '../head.ts';
import type { OfficeHead } from '../head.ts';

export type CustodyValues = {
  title: string;
  stamps: string[];
  head: OfficeHead;
  fromDesk: string;
  toDesk: string;
  made: string;
  volume: string;
  next: string;
  /** Typed at the other desk, and scanned. */
  line: string;
  scan: string;
};

/** Giấy giao sổ: the book goes from one desk to the other with it, and the line on it is the other PC's leave to count on. */
export const custodyValues = (
  custody: { line: string; fromDesk: number; toDesk: number; place: RegisterPlace },
  { office, at, trial, words }: { office: OfficeProfile; at: number; trial: boolean; words: Messages },
): CustodyValues => ({
  title: words.certification.paper.titles.custody,
  stamps: stampsOf({ trial, reprint: false, words }),
  head: officeHead(office, at, words),
  fromDesk: words.print.desk({ number: String(custody.fromDesk) }),
  toDesk: words.print.desk({ number: String(custody.toDesk) }),
  made: momentWords(at, words),
  volume: volumeText(custody.place),
  next: String(custody.place.next),
  line: custody.line,
  scan: custody.line,
});
