import fc from 'fast-check';
import { paper } from '../../forms/testing-samples.ts';
import type { Role } from '../../journal/row.ts';
import type { DossierState } from '../state.ts';
import type { ActCommand, ActKind, ShownInput } from './commands.ts';
import { rulingsFor } from './conflicts.ts';
import { actKinds } from './guards.ts';
import type { OfficialReceipt } from './money-events.ts';
import { stillHeld } from './originals.ts';
import { commandOf } from './testing-life.ts';

/** What is asked of a dossier in the property tests of its life, of the law alone and of the law with its vault. */

const roles: readonly Role[] = ['reception', 'officer', 'leader', 'registrar', 'admin', 'auditor'];

/** One thing asked of a dossier: often what fits it, sometimes what does not. */
export interface Step {
  kind: ActKind;
  /** Minutes after the step before it. */
  wait: number;
  pick: number;
  amount: number;
  roles: readonly Role[];
}

/** What ends a life is rarer, so that lives are long. */
const kind = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom(...actKinds.filter((one) => one !== 'stop' && one !== 'withdraw')),
  },
  { weight: 1, arbitrary: fc.constantFrom<ActKind>('stop', 'withdraw', 'returnResult') },
);

export const step: fc.Arbitrary<Step> = fc.record({
  kind,
  wait: fc.nat(4000),
  pick: fc.nat(1000),
  amount: fc.oneof(
    fc.constantFrom(16_000, 8000, 16_001, 0, -1, 0.5, Number.NaN, Infinity, 10 ** 15),
    fc.integer({ min: 1, max: 40_000 }),
  ),
  roles: fc.oneof(
    { weight: 6, arbitrary: fc.constant<readonly Role[]>(['reception', 'leader', 'officer', 'admin']) },
    { weight: 1, arbitrary: fc.subarray([...roles]) },
  ),
});

export const pickOf = <T>(list: readonly T[], pick: number): T | undefined =>
  list[pick % Math.max(1, list.length)];

/** The citizen's own receipt or card, or what opens nothing: a key that is not ours, a paper of another office, a stranger's card. */
const shownFor = ({ accepted }: DossierState, pick: number): ShownInput => {
  const { code = '', key = '', owner } = accepted ?? {};
  const shown: readonly ShownInput[] = [
    { by: 'receipt', code, key },
    { by: 'statement', idNumber: owner?.idNumber ?? '' },
    { by: 'receipt', code, key: null },
    { by: 'card', idNumber: owner?.idNumber ?? '' },
    { by: 'receipt', code, key: 'A'.repeat(20) },
    { by: 'receipt', code: 'H99.999-261123-0001', key },
    { by: 'card', idNumber: '019090000999' },
  ];
  return pickOf(shown, pick) ?? { by: 'card', idNumber: '' };
};

const receiptNumbered = (number: number): OfficialReceipt => ({
  form: '01BLP',
  series: 'AA-26E',
  number: String(number).padStart(7, '0'),
  date: '2026-11-23',
  kind: 'electronic',
});

/** A command that fits the state where it can, and does not where the generator says otherwise. */
export const commandFor = (state: DossierState, { kind, pick, amount }: Step, id: string): ActCommand => {
  const held = stillHeld(state.originals);
  const ticked = pick % 3 === 0 ? held : held.slice(0, pick % 2);
  const kept = pick % 2 === 0 ? 'Chờ đối chiếu' : '';
  switch (kind) {
    case 'extend':
      return commandOf(kind, id, {
        date: pickOf(['2026-12-02', '2027-01-15', '2026-11-24', '2026-02-30'], pick) ?? '',
      });
    case 'receiveSupplements':
      return commandOf(kind, id, {
        components: [paper('Bản sao', { originals: 1 + (pick % 2), held: pick % 3 === 0 })],
      });
    case 'handOver':
      return commandOf(kind, id, { to: { unit: `Đơn vị ${pick % 3}`, person: '' } });
    case 'submitResult': {
      const way = pick % 3 === 0 ? 'token' : 'paper';
      return commandOf(kind, id, way === 'paper' && pick % 2 === 0 ? { way, files: [] } : { way });
    }
    case 'numberResult':
      return commandOf(kind, id, { number: pick % 3 === 0 ? `${pick}/GXN-UBND` : '' });
    case 'recordResult':
      return commandOf(kind, id, { replaces: pick % 2 === 0, approved: pick % 3 !== 0 });
    case 'withdraw':
      return commandOf(kind, id, { originals: ticked });
    case 'returnResult':
      return commandOf(kind, id, {
        originals: ticked,
        kept,
        shown: shownFor(state, pick),
      });
    case 'handBackPapers':
      return commandOf(kind, id, { originals: ticked, shown: shownFor(state, pick) });
    case 'notifyCitizen':
      return commandOf(kind, id, { reached: pick % 2 === 0 });
    case 'closeConflict': {
      const { event = '', with: other = '', about } = pickOf(state.conflicts, pick) ?? {};
      const stands = (about && pickOf(rulingsFor(about), pick)) ?? 'both';
      return commandOf(kind, id, { conflict: { event, with: other }, stands });
    }
    case 'collectFee':
      return commandOf(kind, id, {
        amount,
        beyond: pick % 5 === 0 ? 'Người nộp không lấy tiền thừa' : '',
        receipt: pick % 4 === 0 ? receiptNumbered(pick) : null,
      });
    case 'claimTransfer':
    case 'refundFee':
      return commandOf(kind, id, { amount });
    case 'matchTransfer':
      return commandOf(kind, id, {
        amount,
        claim: pick % 2 === 0 ? null : (state.money.claims.at(-1)?.event ?? 'x'),
      });
    case 'exemptFee':
      return commandOf(kind, id, { line: pick % 3 });
    case 'setFeeAmount':
      return commandOf(kind, id, { line: pick % 3, amount });
    case 'recordFeeReceipt':
      return commandOf(kind, id, {
        payment: pickOf(state.money.payments, pick)?.event ?? '',
        receipt: receiptNumbered(pick),
      });
    case 'correct':
      return commandOf(kind, id, {
        changes: [{ field: 'owner.address', after: `Thôn Mẫu ${pick % 4}` }],
      });
    default:
      return commandOf(kind, id);
  }
};
