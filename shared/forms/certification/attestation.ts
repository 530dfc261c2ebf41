import { numberText, volumeText } from '../../certification/numbers.ts';
import type { CertifiedPile, Entry } from '../../certification/events.ts';
import type { AttestationPlace } from '../../contract.ts';
import { instantOf } from '../../calendar/vietnam-time.ts';
import type { Messages } from '../../messages/index.ts';
import { stampsOf } from '../extra.ts';
import { dateParts } from '../head.ts';

export type AttestationValues = {
  title: string;
  stamps: string[];
  /** Millimetres from the paper's left and top edge, and wide. */
  place: { left: string; top: string; width: string };
  small: boolean;
  number: string;
  volume: string;
  dateline: string;
  signer: { title: string; name: string };
  /** Rulers and what to read off them; on the test page alone. */
  rulers: { told: string; ticks: string[] } | null;
};

const millimetres = (value: number): string => String(Math.round(value * 10) / 10);

const placeOf = ({ left, top, width }: AttestationPlace): AttestationValues['place'] => ({
  left: millimetres(left),
  top: millimetres(top),
  width: millimetres(width),
});

/** Noon: the date is a business day, not an instant. */
const dayWords = (day: string, { certification }: Messages): string =>
  certification.paper.dateline(dateParts(instantOf(day, 12 * 60)));

/**
 * Lời chứng chứng thực bản sao từ bản chính (NĐ 23/2015/NĐ-CP, phụ lục). It says no more than the law's text: a second print, for a
 * spoilt page, is not marked, since it becomes the copy's only one.
 */
export const attestationValues = (
  pile: Pick<CertifiedPile, 'year' | 'volume' | 'day' | 'signer'>,
  entry: Pick<Entry, 'number'>,
  { place, trial, words }: { place: AttestationPlace; trial: boolean; words: Messages },
): AttestationValues => ({
  title: `${words.certification.paper.titles.attestation} ${numberText(entry.number, pile)}`,
  stamps: stampsOf({ trial, reprint: false, words }),
  place: placeOf(place),
  small: place.shape === 'stamp',
  number: String(entry.number),
  volume: volumeText(pile),
  dateline: dayWords(pile.day, words),
  signer: { title: pile.signer.title, name: pile.signer.name },
  rulers: null,
});

/** A page of rulers with the place marked on it; it certifies nothing and has no number. */
export const attestationTestValues = (
  place: AttestationPlace,
  { trial, words }: { trial: boolean; words: Messages },
): AttestationValues => {
  const say = words.certification.paper;
  const { left, top } = placeOf(place);
  return {
    title: say.titles.attestationTest,
    stamps: stampsOf({ trial, reprint: false, words }),
    place: placeOf(place),
    small: place.shape === 'stamp',
    number: '……',
    volume: '……/SCT/BS',
    dateline: say.testDate,
    signer: { title: say.testTitle, name: say.testName },
    rulers: {
      told: say.rulers({ left, top }),
      ticks: Array.from({ length: 28 }, (_, at) => String((at + 1) * 10)),
    },
  };
};
