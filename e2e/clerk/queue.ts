import type { Page } from 'playwright';
import { isWhole } from '../whole.ts';
import { get } from './bridge.ts';
import type { QuickHands, Stroke } from './quick-hands.ts';
import { cardText } from './scanner.ts';
import { citizen, takeIn } from './take-in.ts';

/** A day's queue: each citizen with her card, and what she comes for. */

/** In turn: a plain request, one with a form of its own, several papers of which an original is kept, an exempt fee, a submitter who is not the owner. */
export const errands = ['residence', 'marital', 'several', 'exempt', 'onBehalf'] as const;
export type Errand = (typeof errands)[number];

/**
 * Every so manyth citizen is typed at the page, whichever clerk sits there and whatever the errand; the others come through the window's own door,
 * as its page does. The whole day types each of them, which takes two minutes more.
 */
const typedEach = isWhole ? 1 : 8;
const isTyped = (turn: number): boolean => turn % typedEach === 0;

const procedures: Readonly<Record<Errand, string>> = {
  residence: '1.010041',
  marital: '1.004873',
  several: '2.001035',
  exempt: '2.001035',
  onBehalf: '1.010041',
};

export interface Visit {
  typed: boolean;
  errand: Errand;
  procedure: string;
  name: string;
  idNumber: string;
  phone: string;
  /** Whom the dossier is about. */
  owner: { name: string; idNumber: string };
}

const syllables = [
  'An',
  'Bình',
  'Chi',
  'Dung',
  'Giang',
  'Hà',
  'Khánh',
  'Liên',
  'Minh',
  'Nga',
  'Phúc',
  'Quyên',
];

/** A sample name for each number below 144: no card has digits in it. */
const nameOf = (family: string, turn: number): string =>
  [family, syllables[turn % 12], syllables[Math.floor(turn / 12) % 12]].join(' ');

/** The citizen a number below 144 names and what she comes for. */
export const visit = (turn: number): Visit => {
  const typed = isTyped(turn);
  const errand = (typed ? errands[(turn / typedEach) % errands.length] : undefined) ?? 'marital';
  const { idNumber, phone: own } = citizen(turn);
  // Whoever comes with a whole pile of papers has left no telephone.
  const phone = procedures[errand] === procedures.several ? '' : own;
  const name = nameOf('Nguyễn Thị Mẫu', turn);
  const owner =
    errand === 'onBehalf'
      ? { name: nameOf('Trần Thí Dụ', turn), idNumber: citizen(1000 + turn).idNumber }
      : { name, idNumber };
  return { typed, errand, procedure: procedures[errand], name, idNumber, phone, owner };
};

/** The first citizen after `from` who comes for this. */
export const firstFor = (errand: Errand, from: number): number => {
  let turn = from;
  while (visit(turn).errand !== errand) turn += 1;
  return turn;
};

export const cardOf = ({ name, idNumber }: { name: string; idNumber: string }): string =>
  cardText({
    number: idNumber,
    name,
    born: '12051999',
    sex: 'Nữ',
    address: 'Thôn Mẫu, Xã Mẫu, Thái Nguyên',
    issued: '01012022',
  });

const enter: Stroke = { press: 'Enter' };

/** Who stands there, and what for: until the procedure's own papers are on the page. */
const arriving = (one: Visit): Stroke[] => [
  { scan: cardOf(one) },
  ...(one.phone === '' ? [] : [{ type: one.phone }]),
  ...(one.errand === 'onBehalf'
    ? [{ press: 'Alt+t' }, { scan: cardOf(one.owner) }, { type: 'con' }, enter]
    : [enter]),
  { type: one.procedure },
  enter,
];

/** From the papers on the counter to the button that accepts. */
const handingIn: Readonly<Record<Errand, Stroke[]>> = {
  residence: [{ type: 'd' }, enter],
  onBehalf: [{ type: 'd' }, enter],
  // Never married, for another purpose; the province's amount is not known and is passed over.
  marital: [{ type: 'd1' }, enter, { type: '2' }, enter, { type: 'Vay vốn' }, enter, enter, enter],
  // Counted one below the other; of the third the original stays here.
  several: [
    { type: '1' },
    { press: 'ArrowDown' },
    { type: '1' },
    { press: 'ArrowDown' },
    { type: '2' },
    { press: 'Space' },
    enter,
    enter,
  ],
  // Back from the button over note and way of return to the charge, and its first exemption.
  exempt: [
    { type: 'd' },
    { press: 'Shift+Enter' },
    { press: 'Shift+Enter' },
    { press: 'Shift+Enter' },
    { press: 'Tab' },
    { type: '1' },
    enter,
    enter,
  ],
};

/** The code told on top of the empty page, once it is another than the one `given` before; '' where none stands there. */
const codeTold = async (page: Page, given: string | null): Promise<string> => {
  const told = await page.waitForFunction((before) => {
    const text = document.querySelector('[data-tone] > p[role="status"] > strong')?.textContent ?? '';
    const code = /[A-Z]\d+(?:\.\d+)*-\d{6}-\d{4}/.exec(text)?.[0] ?? '';
    return code !== before && { code };
  }, given);
  const value = await told.jsonValue();
  return value === false ? '' : value.code;
};

/** Takes one citizen in through the intake page, by scanner and keys alone. Answers her code; `last`: the one given there before. */
const typeIn = async (page: Page, hands: QuickHands, one: Visit, last: string): Promise<string> => {
  await hands(...arriving(one));
  await page.waitForFunction(
    () =>
      document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'] ===
      'components.0.originals',
  );
  await hands(...handingIn[one.errand]);
  return codeTold(page, last);
};

/** Takes the queue in, in its order. Answers the codes. */
export const takeInQueue = async (
  page: Page,
  hands: QuickHands,
  queue: readonly Visit[],
): Promise<string[]> => {
  await hands({ press: 'F2' });
  await page.locator('[data-field="submitter.name"]').waitFor();
  let last = await codeTold(page, null);
  const codes: string[] = [];
  for (const one of queue) {
    if (one.typed) codes.push((last = await typeIn(page, hands, one, last)));
    else {
      const { name, idNumber, phone } = one;
      const [id = ''] = await takeIn(page, [{ name, idNumber, phone }]);
      codes.push((await get(page, 'dossier.get', { id })).row.code);
    }
  }
  return codes;
};
