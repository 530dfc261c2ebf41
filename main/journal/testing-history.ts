import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { ActEventType, ActEvents, Acted } from '../../shared/dossier/acts/events.ts';
import type { PaperOutcome } from '../../shared/dossier/events.ts';
import type { AttachmentRef } from '../../shared/dossier/form.ts';
import { keepAttachments } from '../intake/keep-attachments.ts';
import { acceptance, accepted, foreign, officeEvent, printed, sampleAt } from './testing.ts';
import type { TestJournal, ToldEvent } from './testing.ts';

/** An act after the intake, as far as its payload goes beyond who and when. */
export const acted = <T extends ActEventType>(
  subject: string,
  type: T,
  payload: Omit<ActEvents[T], keyof Acted>,
): ToldEvent =>
  foreign(subject, type, 1, {
    command: randomUUID(),
    at: sampleAt,
    businessDay: '2026-11-25',
    desk: 1,
    clerkName: '',
    ...payload,
  });

const outcomes: PaperOutcome[] = ['printed', 'saved', 'failed', 'unsure', 'skipped'];
/** What a counter, another release and an eraser may do, on a handful of dossiers. */
export const act = fc.record({
  kind: fc.constantFrom(
    'accept',
    'accept',
    'guide',
    'refuse',
    'print',
    'future',
    'office',
    'reopen',
    'erase',
    'correct',
    'result',
    'return',
    'pay',
    'ask',
    'attach',
    'sign',
    'submit',
  ),
  dossier: fc.nat(7),
  index: fc.nat(40),
  outcome: fc.constantFrom(...outcomes),
});
export type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** One in five is a picture. */
const fileOf = (index: number): AttachmentRef => ({
  hash: `hash ${index % 5}`,
  name: `${index % 5}.pdf`,
  size: 7,
  mime: index % 5 === 4 ? 'image/jpeg' : 'application/pdf',
});

/** The dossiers it is about. */
export const ids = Array.from({ length: 8 }, () => randomUUID());
/** Does one of them, as the counter would have written it. */
export const perform = (test: TestJournal, { kind, dossier, index, outcome }: Act): void => {
  const id = ids[dossier] ?? '';
  const common = acceptance(index);
  switch (kind) {
    case 'accept':
      test.write([accepted(id, index)]);
      break;
    case 'guide':
      test.write([
        {
          subject: id,
          event: {
            type: 'intakeGuided',
            v: 1,
            payload: { ...common, number: index, year: 2026, missing: [], reason: '' },
          },
        },
      ]);
      break;
    case 'refuse':
      test.write([
        {
          subject: id,
          event: {
            type: 'intakeRefused',
            v: 1,
            payload: { ...common, number: index, year: 2026, reason: 'mẫu' },
          },
        },
      ]);
      break;
    case 'print':
      test.write([printed(id, outcome, index % 2 === 0)]);
      break;
    case 'future':
      test.write([
        foreign(id, index % 2 === 0 ? 'resultSigned' : 'paperPrinted', 3 + (index % 3), { gì: index }),
      ]);
      break;
    case 'office':
      test.write([
        officeEvent({
          type: 'laneGranted',
          v: 1,
          payload: { lane: { from: 1000 + index, to: 1999 }, agreement: '' },
        }),
      ]);
      break;
    case 'reopen':
      test.reopen();
      break;
    case 'correct':
      test.write([
        acted(id, 'dossierCorrected', {
          changes: [{ field: 'owner.name', before: '', after: `Đào Mới ${index}` }],
          reason: 'mẫu',
        }),
      ]);
      break;
    case 'result':
      test.write([
        acted(id, 'resultArrived', {
          approved: true,
          number: String(index),
          date: '2026-11-26',
          summary: '',
          signer: '',
          files: [],
          replaces: null,
        }),
      ]);
      break;
    case 'return':
      test.write([
        acted(id, 'resultReturned', {
          to: { kind: 'owner', name: '' },
          way: 'counter',
          shown: { by: 'receipt', keyMatched: true },
          originals: [],
          kept: '',
          signature: 'signature',
          satisfaction: null,
        }),
      ]);
      break;
    case 'pay':
      test.write([
        acted(id, 'feeCollected', {
          number: index,
          year: 2026,
          amount: 1000 + index,
          owed: 16_000,
          beyond: '',
          receipt: null,
        }),
      ]);
      break;
    case 'ask':
      test.write([
        acted(id, 'supplementsRequested', {
          number: index,
          year: 2026,
          round: 1,
          countsAsLate: false,
          afterDue: false,
          missing: [],
          reason: '',
          respondBy: null,
          dueAt: 0,
        }),
      ]);
      break;
    case 'attach':
      keepAttachments(test.db, id, [fileOf(index)], sampleAt);
      break;
    case 'sign':
      test.write([
        acted(id, 'paperSigned', {
          source: fileOf(index).hash,
          file: fileOf(index + 1),
          place: 'person',
          field: 'Signature1',
          signer: { name: '', agency: '', issuer: '', serial: '', fingerprint: '', software: true },
        }),
      ]);
      break;
    case 'submit':
      test.write([
        acted(id, 'resultSubmitted', {
          round: 1,
          to: { unit: 'Lãnh đạo', person: '' },
          way: 'token',
          approved: true,
          summary: '',
          files: [fileOf(index)],
          note: '',
        }),
      ]);
      break;
    case 'erase':
      test.db.prepare('UPDATE journal SET salt = NULL, payload = NULL WHERE subject = ?').run([id]);
      // The erasing act is an event of its own, in a release to come; it makes the counter look at the dossier again.
      test.write([foreign(id, 'erased', 1, {})]);
      break;
  }
};
