/** "02/2026-SCT/BS": volume, year and the sign of copies certified from originals (NĐ 23/2015/NĐ-CP). */
export const volumeText = ({ year, volume }: { year: number; volume: number }): string =>
  `${String(volume).padStart(2, '0')}/${year}-SCT/BS`;

/** "1532, quyển 02/2026-SCT/BS" without its words: how a number is named in a title. */
export const numberText = (number: number, place: { year: number; volume: number }): string =>
  `${number} ${volumeText(place)}`;

/** "1532" or "1532–1535". */
export const numbersText = (from: number, to: number): string =>
  from === to ? String(from) : `${from}–${to}`;
