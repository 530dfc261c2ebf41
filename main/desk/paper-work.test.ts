import { afterEach, describe, expect, it } from 'vitest';
import { upcast } from '../../shared/journal/upcast.ts';
import { emptyCheckpoint, verifyJournal } from '../../shared/journal/verify.ts';
import { chainCrypto } from '../journal/chain-crypto.ts';
import { record } from '../journal/journal.ts';
import type { NewEvent } from '../journal/journal.ts';
import { project } from '../journal/projections.ts';
import { rowsAfter } from '../journal/read.ts';
import { rebuildProjections } from '../journal/rebuild.ts';
import { contentOf } from '../journal/testing.ts';
import { openTestDesk } from '../testing-desk.ts';
import type { TestDesk } from '../testing-desk.ts';
import { acceptSample, foundSample, readySample, signInSample } from '../testing-intake.ts';
import { authorOf, getCabinet, stampOf } from './desk.ts';

const opened: TestDesk[] = [];
afterEach(() => {
  for (const desk of opened.splice(0)) desk.close();
});

const openDesk = (folder?: string): TestDesk => {
  const desk = openTestDesk(folder === undefined ? {} : { folder });
  opened.push(desk);
  return desk;
};

const isNewEvent = (made: object): made is NewEvent => 'subject' in made && 'event' in made;

/** Notes a receipt as the first release did: the receipt was all there was, so that no event was named. Its lists said what ours say. */
const noteAsAtFirst = ({ desk }: TestDesk, subject: string, outcome: string): void => {
  const payload = {
    form: 'receipt',
    outcome,
    printer: 'QUAY',
    paper: 'A5',
    copies: 2,
    reprint: false,
    detail: '',
  };
  const noted: object = { subject, event: { type: 'paperPrinted', v: 1, payload } };
  if (!isNewEvent(noted)) throw new Error('no event');
  const cabinet = getCabinet(desk);
  record(cabinet.journal, authorOf(desk, 'reception'), stampOf(desk, cabinet), [noted], (rows) => {
    for (const row of rows) project(cabinet.db, { ...row, event: upcast(row.event) });
  });
};

/** Three dossiers whose receipt came out, did not, and nobody knows. */
const keepOldPapers = async (desk: TestDesk): Promise<string[]> => {
  await foundSample(desk);
  const ids: string[] = [];
  for (const [at, outcome] of ['printed', 'failed', 'unsure'].entries()) {
    const { dossier } = await acceptSample(desk, await readySample(desk, `01919900012${at}`));
    noteAsAtFirst(desk, dossier, outcome);
    ids.push(dossier);
  }
  return ids;
};

const rowsOf = (desk: TestDesk) =>
  getCabinet(desk.desk)
    .db.prepare(
      "SELECT CAST(header AS TEXT) AS header, payload, hash FROM journal WHERE type = 'paperPrinted' ORDER BY pos",
    )
    .all<{ header: string; payload: Uint8Array<ArrayBuffer>; hash: Uint8Array<ArrayBuffer> }>([]);

describe('papers that the first release noted', () => {
  it('are read as the receipt’s own, and their bytes stay as they were signed', async () => {
    const first = openDesk();
    const [printed = '', failed = '', unsure = ''] = await keepOldPapers(first);
    const written = rowsOf(first);
    first.desk.close();

    const desk = openDesk(first.folder);
    await signInSample(desk);
    const { db } = getCabinet(desk.desk);
    const page = async (id: string) => {
      const answer = await desk.ask('dossier.get', { id });
      return answer.ok ? answer.value : expect.fail(answer.fault.code);
    };
    expect(await page(printed)).toMatchObject({
      row: { printed: true, parked: false },
      state: { papers: [{ form: 'receipt', about: '', outcome: 'printed' }], parked: null },
      history: [
        { type: 'dossierAccepted' },
        { type: 'paperPrinted', detail: { form: 'receipt', about: '' } },
      ],
    });
    expect((await page(failed)).row).toMatchObject({ printed: false, parked: false });
    // Asked about at the start, as a paper of today whose end nobody knows.
    expect(await desk.ask('paper.unsure', {})).toMatchObject({
      ok: true,
      value: [{ row: { id: unsure }, form: 'receipt', about: '' }],
    });
    expect(rowsOf(desk)).toEqual(written);
    expect(JSON.parse(written[0]?.header ?? '{}')).toMatchObject({ type: 'paperPrinted', v: 1 });
    expect(verifyJournal(rowsAfter(db, 0), chainCrypto, emptyCheckpoint()).report.faults).toEqual([]);
  });

  it('go on with papers of today, and stand the same after the projections are made anew', async () => {
    const desk = openDesk();
    const [, , unsure = ''] = await keepOldPapers(desk);
    const receipt = { form: 'receipt', about: '' } as const;
    expect(
      await desk.ask('paper.settle', { kind: 'dossier', dossier: unsure, ...receipt, printed: true }),
    ).toMatchObject({
      ok: true,
    });
    const { db } = getCabinet(desk.desk);
    const before = contentOf(db, ['dossier']);
    for (const place of rebuildProjections(db)) expect(place).toBeGreaterThanOrEqual(0);
    expect(contentOf(db, ['dossier'])).toEqual(before);
    const answer = await desk.ask('dossier.get', { id: unsure });
    expect(answer).toMatchObject({
      ok: true,
      value: {
        row: { printed: true },
        state: {
          papers: [
            { ...receipt, outcome: 'unsure' },
            { ...receipt, outcome: 'printed' },
          ],
        },
      },
    });
    expect(await desk.ask('paper.unsure', {})).toMatchObject({ ok: true, value: [] });
  });
});
