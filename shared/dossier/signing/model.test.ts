import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDossier } from '../../forms/testing-samples.ts';
import type { Role } from '../../journal/row.ts';
import type { SignaturePlace } from '../../signing/appearance.ts';
import type { ActKind } from '../acts/commands.ts';
import { decideAct } from '../acts/decide.ts';
import type { ActEvent } from '../acts/events.ts';
import { commandOf, contextAt } from '../acts/testing-life.ts';
import { evolve, fold } from '../evolve.ts';
import type { Placed } from '../evolve.ts';
import type { DossierEvent } from '../events.ts';
import { marks, marksOf } from '../marks.ts';
import type { DossierState } from '../state.ts';
import { summaryOf } from '../summary.ts';
import { newestOf } from './files.ts';
import {
  eventsOfSignature,
  findDraft,
  findSignatureBar,
  openSubmission,
  submissionStep,
} from './submission.ts';

/** A draft's way, walked at random: the acts as `decide` lets them, the signatures as the signing desk asks before each. */

type Step = { pick: number; roles: readonly Role[] } & (
  | { kind: ActKind }
  | { kind: 'sign'; place: SignaturePlace }
);

const step: fc.Arbitrary<Step> = fc
  .tuple(
    // What ends a draft's way is rarer, so that ways are long.
    fc.oneof(
      {
        weight: 8,
        arbitrary: fc.constantFrom<SignaturePlace>('person', 'person', 'agency', 'agency', 'copy'),
      },
      { weight: 6, arbitrary: fc.constantFrom<ActKind>('submitResult', 'numberResult') },
      {
        weight: 2,
        arbitrary: fc.constantFrom<ActKind>(
          'sendBackResult',
          'requestSupplements',
          'receiveSupplements',
          'handOver',
          'takeBack',
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom<ActKind>('recordResult', 'withdraw', 'handOver', 'takeBack') },
    ),
    fc.nat(1000),
    fc.oneof(
      { weight: 5, arbitrary: fc.constant<readonly Role[]>(['reception', 'officer', 'leader', 'registrar']) },
      { weight: 1, arbitrary: fc.subarray<Role>(['reception', 'officer', 'leader', 'registrar', 'admin']) },
    ),
  )
  .map(([what, pick, roles]) =>
    what === 'person' || what === 'agency' || what === 'copy'
      ? { kind: 'sign', place: what, pick, roles }
      : { kind: what, pick, roles },
  );

interface Walk {
  state: DossierState;
  events: Placed<DossierEvent>[];
  /** Next number of the series, as the vault counts it. */
  next: number;
}

const pdf = (number: number) => ({
  hash: number.toString(16).padStart(64, '0'),
  name: `du-thao-${number}.pdf`,
  size: 1000,
  mime: 'application/pdf',
});

const eventsOf = ({ state, events, next }: Walk, one: Step): readonly ActEvent[] => {
  const at = plainDossier.receivedAt + events.length * 60_000;
  if (one.kind !== 'sign') {
    const change =
      one.kind === 'submitResult'
        ? one.pick % 3 === 0
          ? { way: 'paper' as const, files: [] }
          : { files: [pdf(one.pick % 4), ...(one.pick % 5 === 0 ? [pdf(9)] : [])] }
        : {};
    const command = commandOf(one.kind, `command-${events.length}`, change);
    const context = { ...contextAt(at, one.roles), formNumber: next };
    const decided = decideAct(state, command, context);
    return decided.ok ? decided.value : [];
  }
  const files = state.submissions.at(-1)?.files ?? [];
  const first = files[one.pick % Math.max(1, files.length)];
  if (!first) return [];
  const { file } = newestOf(state, first);
  if (findSignatureBar(state, file.hash, one.place, one.roles) !== undefined) return [];
  return eventsOfSignature(state, {
    command: `signing-${events.length}`,
    at,
    businessDay: '2026-11-23',
    desk: 1,
    clerkName: 'Cán bộ Mẫu',
    source: file.hash,
    file: { ...file, hash: (100_000 + events.length).toString(16).padStart(64, 'f') },
    place: one.place,
    field: `Signature${events.length}`,
    signer: {
      name: 'Phạm Thị Mẫu',
      agency: '',
      issuer: '',
      serial: '',
      fingerprint: '',
      software: false,
    },
  });
};

const opening: Placed<DossierEvent> = {
  id: 'e0',
  subject: 'd1',
  at: plainDossier.receivedAt,
  witness: 'w',
  event: { type: 'dossierAccepted', v: 1, payload: plainDossier },
};

/** The law of a draft, read off the events alone. */
interface Ledger {
  draft: { files: string[]; signed: Set<string>; sealed: Set<string>; paper: boolean; number: string } | null;
  numbers: number[];
  /** Which file of a draft a version descends from. */
  origin: Map<string, string>;
}

const enter = (ledger: Ledger, { type, payload }: ActEvent, bySeal: boolean): void => {
  const { draft } = ledger;
  switch (type) {
    case 'resultSubmitted':
      expect(draft).toBeNull();
      for (const { hash } of payload.files) if (!ledger.origin.has(hash)) ledger.origin.set(hash, hash);
      ledger.draft = {
        files: payload.files.map(({ hash }) => hash),
        signed: new Set(),
        sealed: new Set(),
        paper: payload.way === 'paper',
        number: '',
      };
      break;
    case 'resultSentBack':
      expect(draft?.number).toBe('');
      ledger.draft = null;
      break;
    case 'resultNumbered':
      expect(draft?.number).toBe('');
      // Nobody numbers what its leader has not signed.
      if (draft && !draft.paper) expect([...draft.signed].sort()).toEqual([...new Set(draft.files)].sort());
      if (draft) draft.number = payload.number;
      if (payload.taken) ledger.numbers.push(payload.taken.number);
      break;
    case 'paperSigned': {
      const of = ledger.origin.get(payload.source) ?? '';
      ledger.origin.set(payload.file.hash, of);
      if (!draft) break;
      if (payload.place === 'person') {
        expect(draft.number).toBe('');
        draft.signed.add(of);
      } else {
        expect(payload.place).toBe('agency');
        expect(draft.number).not.toBe('');
        draft.sealed.add(of);
      }
      break;
    }
    case 'resultArrived':
      if (bySeal && draft) {
        // By the last seal, and no sooner.
        expect([...draft.sealed].sort()).toEqual([...new Set(draft.files)].sort());
        expect(payload.number).toBe(draft.number);
      }
      ledger.draft = null;
      break;
    case 'dossierWithdrawn':
      ledger.draft = null;
      break;
    case 'supplementsRequested':
      expect(draft).toBeNull();
      break;
    default:
  }
};

describe('a draft on its way to its signature', () => {
  it('is signed, numbered and sealed in this order alone, by whom the law names, whatever is asked in whatever order', () => {
    let sealedByToken = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        const walk: Walk = { state: evolve(null, opening), events: [opening], next: 1 };
        const ledger: Ledger = { draft: null, numbers: [], origin: new Map() };
        for (const one of steps) {
          for (const event of eventsOf(walk, one)) {
            if (event.type === 'resultNumbered' && event.payload.taken) walk.next += 1;
            if (event.type === 'paperSigned' && findDraft(walk.state, event.payload.source))
              expect(one.roles).toContain(event.payload.place === 'person' ? 'leader' : 'registrar');
            enter(ledger, event, one.kind === 'sign');
            if (event.type === 'resultArrived' && one.kind === 'sign') sealedByToken += 1;
            const id = `e${walk.events.length}`;
            const placed = { id, subject: 'd1', at: event.payload.at, witness: 'w', event };
            walk.events.push(placed);
            walk.state = evolve(walk.state, placed);
          }
          const { state } = walk;
          // What the lists and the page say is what the events say.
          expect(openSubmission(state) === undefined).toBe(ledger.draft === null);
          const at = submissionStep(state);
          expect(at === 'seal').toBe(ledger.draft !== null && ledger.draft.number !== '');
          const marked = marksOf(summaryOf(state));
          expect((marked & marks.toSign) !== 0).toBe(at === 'signature');
          expect((marked & marks.toIssue) !== 0).toBe(at === 'number' || at === 'seal');
        }
        expect(fold(walk.events)).toEqual(walk.state);
        expect(ledger.numbers).toEqual(ledger.numbers.map((_, place) => place + 1));
        expect(walk.state.conflicts).toEqual([]);
        expect(walk.state.voided).toEqual([]);
      }),
      { numRuns: 400 },
    );
    // Walks worth the name.
    expect(sealedByToken).toBeGreaterThan(5);
  });
});
