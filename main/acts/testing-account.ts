import * as z from 'zod';
import type { ReadableDatabase } from '../vault/database.ts';

/**
 * A dossier's account by hand: a second, plainer reading of the journal's own bytes, written after the law and not after the product's
 * fold. What the two say of the same rows must agree. Throws on the first row the law forbids where it stands.
 */

const money = z.number().int().positive();
const held = z.looseObject({ name: z.string(), held: z.boolean() });

/** Fields of whatever act, as far as the account needs them. */
const payload = z.looseObject({
  at: z.number().optional(),
  receivedAt: z.number().optional(),
  components: z.array(held).optional(),
  fees: z
    .array(z.looseObject({ state: z.string(), total: z.number().nullable(), quantity: z.number() }))
    .optional(),
  originals: z.array(z.looseObject({ position: z.number(), name: z.string() })).optional(),
  to: z
    .union([z.looseObject({ unit: z.string() }), z.looseObject({ kind: z.string() }), z.string()])
    .optional(),
  amount: z.number().optional(),
  beyond: z.string().optional(),
  claim: z.string().nullable().optional(),
  line: z.number().optional(),
  reached: z.boolean().optional(),
  place: z.string().optional(),
  shown: z.looseObject({ by: z.string() }).optional(),
  kept: z.string().optional(),
  countsAsLate: z.boolean().optional(),
  number: z.union([z.number(), z.string()]).optional(),
  way: z.string().optional(),
});

export interface WrittenRow {
  id: string;
  type: string;
  payload: z.infer<typeof payload>;
}

/** Rows about one dossier as the vault's file has them. */
export const writtenRows = (db: ReadableDatabase, dossier: string): WrittenRow[] =>
  db
    .prepare('SELECT id, type, CAST(payload AS TEXT) AS payload FROM journal WHERE subject = ? ORDER BY pos')
    .all<{ id: string; type: string; payload: string }>([dossier])
    .map((row) => ({ ...row, payload: payload.parse(JSON.parse(row.payload)) }));

type Business =
  | 'accepted'
  | 'processing'
  | 'awaitingSupplements'
  | 'resultReady'
  | 'returned'
  | 'withdrawn'
  | 'stopped';

export interface Account {
  business: Business;
  holder: string;
  /** Of each fee line; null where the province's amount is not known. */
  lines: (number | null)[];
  quantities: number[];
  received: number;
  refunded: number;
  /** Announced transfers not seen at the bank yet. */
  claims: Map<string, number>;
  /** Originals in the order they came; null once handed back. */
  originals: (string | null)[];
  resultAt: number | null;
  calls: { at: number; reached: boolean }[];
  requests: number;
  extended: boolean;
  /** The draft on its way to its signature. */
  draft: { way: string; numbered: boolean } | null;
  receiptLost: boolean;
  place: string;
}

const before: readonly Business[] = ['accepted', 'processing', 'awaitingSupplements'];
const running: readonly Business[] = ['accepted', 'processing'];
const ended: readonly Business[] = ['returned', 'withdrawn', 'stopped'];

/** Where the law lets each act stand; one that is not named may come at any time. */
const when: Readonly<Record<string, readonly Business[]>> = {
  supplementsRequested: running,
  supplementsReceived: ['awaitingSupplements'],
  handedOver: before,
  takenBack: before,
  deadlineExtended: running,
  processingStopped: before,
  dossierWithdrawn: before,
  resultSubmitted: running,
  resultSentBack: running,
  resultNumbered: running,
  resultArrived: [...before, 'resultReady'],
  citizenNotified: [...before, 'resultReady', 'stopped'],
  resultReturned: ['resultReady'],
  papersHandedBack: ended,
};

const law = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(`The law forbids it: ${what}`);
};

const sum = (amounts: Iterable<number>): number => [...amounts].reduce((total, amount) => total + amount, 0);

export const dueOf = ({ lines }: Account): number => sum(lines.map((line) => line ?? 0));
export const heldMoney = ({ received, refunded }: Account): number => received - refunded;
export const owedOf = (account: Account): number => Math.max(0, dueOf(account) - heldMoney(account));

const open = ({ type, payload: { fees = [], components = [] } }: WrittenRow): Account => {
  law(type === 'dossierAccepted', 'nothing comes before the acceptance');
  return {
    business: 'accepted',
    holder: '',
    lines: fees.map(({ state, total }) => (state === 'toBeSet' ? null : (total ?? 0))),
    quantities: fees.map(({ quantity }) => quantity),
    received: 0,
    refunded: 0,
    claims: new Map(),
    originals: components.filter((one) => one.held).map(({ name }) => name),
    resultAt: null,
    calls: [],
    requests: 0,
    extended: false,
    draft: null,
    receiptLost: false,
    place: '',
  };
};

const handBack = (account: Account, { originals = [] }: WrittenRow['payload']): void => {
  for (const { position, name } of originals) {
    law(account.originals[position] === name, `${name} is handed back once, by whoever holds it`);
    account.originals[position] = null;
  }
};

const enterMoney = (account: Account, { type, payload: { amount, ...of } }: WrittenRow): void => {
  const owed = owedOf(account);
  switch (type) {
    case 'feeCollected':
      law(owed > 0, 'money is taken where money is owed');
      law(money.parse(amount) <= owed || of.beyond !== '', 'more than is owed says why');
      account.received += money.parse(amount);
      break;
    case 'transferClaimed':
      law(owed > 0, 'a transfer is announced where money is owed');
      break;
    case 'transferMatched':
      law(owed > 0 || account.claims.size > 0, 'a transfer is waited for');
      law(of.claim === null || account.claims.delete(of.claim ?? ''), 'a claim is answered once');
      account.received += money.parse(amount);
      break;
    case 'feeRefunded':
      law(money.parse(amount) <= heldMoney(account), 'no more goes back than is held');
      account.refunded += money.parse(amount);
      break;
    case 'feeExempted':
      law(account.lines[of.line ?? -1] !== 0, 'what is waived was to be paid');
      account.lines[of.line ?? -1] = 0;
      break;
    case 'feeAmountSet':
      law(account.lines[of.line ?? -1] === null, 'an amount is set once');
      account.lines[of.line ?? -1] = money.parse(amount) * (account.quantities[of.line ?? -1] ?? 0);
      break;
  }
};

const enter = (account: Account, row: WrittenRow): void => {
  const { type, payload: of } = row;
  const { business } = account;
  law(when[type]?.includes(business) ?? true, `${type} of a dossier that is ${business}`);
  enterMoney(account, row);
  switch (type) {
    case 'supplementsRequested':
      account.requests += 1;
      law(of.countsAsLate === account.requests > 1, 'the second request counts as late');
      law(account.draft === null, 'nothing is asked for while the result is being signed');
      account.business = 'awaitingSupplements';
      break;
    case 'supplementsReceived':
      account.business = account.holder === '' ? 'accepted' : 'processing';
      account.originals.push(...(of.components ?? []).filter((one) => one.held).map(({ name }) => name));
      break;
    case 'handedOver':
      account.holder = typeof of.to === 'object' && 'unit' in of.to ? String(of.to.unit) : '';
      if (business === 'accepted') account.business = 'processing';
      break;
    case 'takenBack':
      law(account.holder !== '', 'what is taken back was handed over');
      account.holder = '';
      if (business === 'processing') account.business = 'accepted';
      break;
    case 'deadlineExtended':
      law(!account.extended, 'one new appointment, no more');
      account.extended = true;
      break;
    case 'resultSubmitted':
      law(account.draft === null, 'one draft at a time');
      account.draft = { way: of.way ?? '', numbered: false };
      break;
    case 'resultSentBack':
      law(account.draft?.numbered === false, 'what has a number is not sent back');
      account.draft = null;
      break;
    case 'resultNumbered':
      // No token signs in these lives.
      law(account.draft?.way === 'paper' && !account.draft.numbered, 'signed by hand, numbered once');
      account.draft = { way: 'paper', numbered: true };
      break;
    case 'resultArrived':
      Object.assign(account, { business: 'resultReady', resultAt: of.at ?? 0, holder: '', draft: null });
      break;
    case 'citizenNotified':
      account.calls.push({ at: of.at ?? 0, reached: of.reached === true });
      break;
    case 'resultReturned':
      handBack(account, of);
      law(
        of.kept !== '' || account.originals.every((one) => one === null),
        'every original goes home, or it is said why',
      );
      law(of.shown?.by !== 'receipt' || !account.receiptLost, 'a receipt reported lost opens nothing');
      account.receiptLost ||= of.shown?.by === 'statement';
      Object.assign(account, { business: 'returned', holder: '' });
      break;
    case 'papersHandedBack':
      law((of.originals ?? []).length > 0, 'something is handed back');
      law(of.shown?.by !== 'receipt' || !account.receiptLost, 'a receipt reported lost opens nothing');
      handBack(account, of);
      account.receiptLost ||= of.shown?.by === 'statement';
      break;
    case 'dossierWithdrawn':
      handBack(account, of);
      Object.assign(account, { business: 'withdrawn', holder: '', draft: null });
      break;
    case 'processingStopped':
      Object.assign(account, { business: 'stopped', draft: null });
      break;
    case 'transferClaimed':
      account.claims.set(row.id, money.parse(of.amount));
      break;
    case 'receiptReportedLost':
      account.receiptLost = true;
      break;
    case 'paperFileStored':
      account.place = of.place ?? '';
      break;
  }
};

export const readAccount = ([first, ...rest]: readonly WrittenRow[]): Account => {
  if (!first) throw new Error('no rows');
  const account = open(first);
  for (const row of rest) enter(account, row);
  return account;
};
