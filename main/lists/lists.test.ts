import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { commandOf } from '../../shared/dossier/acts/testing-life.ts';
import type { ListForm } from '../../shared/lists/content.ts';
import { emptyCheckpoint, verifyJournal } from '../../shared/journal/verify.ts';
import { getCabinet } from '../desk/desk.ts';
import { chainCrypto } from '../journal/chain-crypto.ts';
import { findDossierState } from '../journal/projections.ts';
import { rowsAfter } from '../journal/read.ts';
import { rebuildProjections } from '../journal/rebuild.ts';
import { openTray } from '../print/testing-tray.ts';
import type { Tray } from '../print/testing-tray.ts';
import { openTestDesk } from '../testing-desk.ts';
import type { TestDesk } from '../testing-desk.ts';
import { acceptSample, foundSample, readySample } from '../testing-intake.ts';
import { MIGRATIONS, migrate } from '../vault/migrations/index.ts';
import { closeDatabase, pragmaNumber } from '../vault/database.ts';
import { makeDatabase, removeFolder } from '../vault/testing.ts';

const layout = { paper: 'A4' as const, twoOnOne: false, copies: ['file' as const, 'citizen' as const] };

const opened: TestDesk[] = [];
const openDesk = async (): Promise<{ desk: TestDesk; tray: Tray }> => {
  const tray = openTray();
  const desk = openTestDesk({ printing: tray.printing });
  opened.push(desk);
  await foundSample(desk);
  return { desk, tray };
};
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

const takeIn = async (desk: TestDesk, count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let place = 0; place < count; place += 1)
    ids.push((await acceptSample(desk, await readySample(desk))).dossier);
  return ids;
};

const wishOf = (form: ListForm, dossiers: string[], list: string = randomUUID()) => ({
  list,
  form,
  dossiers,
  layout,
});

const print = (desk: TestDesk, form: ListForm, dossiers: string[], list?: string) =>
  desk.ask('lists.print', { wish: wishOf(form, dossiers, list), printer: 'QUAY' });

const typesOf = (desk: TestDesk): string[] =>
  getCabinet(desk.desk)
    .db.prepare("SELECT type FROM journal WHERE subject = 'lists' ORDER BY pos")
    .all<{ type: string }>()
    .map(({ type }) => type);

const handAllOver = (desk: TestDesk, dossiers: string[], unit = 'Tư pháp') => {
  const command = randomUUID();
  return desk.ask('act.doMany', {
    dossiers,
    act: { kind: 'handOver', command, to: { unit, person: '' }, batch: command, note: '' },
  });
};

describe('a list over several dossiers', () => {
  it('takes its number when it is printed, and not when it is looked at', async () => {
    const { desk, tray } = await openDesk();
    const ids = await takeIn(desk, 3);
    await handAllOver(desk, ids);
    expect(await desk.ask('lists.preview', wishOf('handOverList', ids))).toMatchObject({ ok: true });
    expect(typesOf(desk)).toEqual([]);
    expect(await print(desk, 'handOverList', ids)).toMatchObject({ ok: true, value: { outcome: 'printed' } });
    expect(await print(desk, 'handOverList', ids.slice(1))).toMatchObject({ ok: true });
    expect(tray.jobs.map(({ values }) => values.map(({ title }) => title))).toEqual([
      ['Danh sách bàn giao hồ sơ BG-0001/2026', 'Danh sách bàn giao hồ sơ BG-0001/2026'],
      ['Danh sách bàn giao hồ sơ BG-0002/2026', 'Danh sách bàn giao hồ sơ BG-0002/2026'],
    ]);
    expect(typesOf(desk)).toEqual(['listDrawn', 'listPrinted', 'listDrawn', 'listPrinted']);
    const { db } = getCabinet(desk.desk);
    expect(verifyJournal(rowsAfter(db, 0), chainCrypto, emptyCheckpoint()).report.faults).toEqual([]);
  });

  it('is the same list however often it is asked for, and says that it is a copy', async () => {
    const { desk, tray } = await openDesk();
    const ids = await takeIn(desk, 2);
    await handAllOver(desk, ids);
    const list = randomUUID();
    tray.outcome = 'failed';
    expect(await print(desk, 'handOverList', ids, list)).toMatchObject({
      ok: false,
      fault: { code: 'printFailed' },
    });
    tray.outcome = 'printed';
    await print(desk, 'handOverList', ids, list);
    // What happens to the dossiers afterwards changes nothing on it.
    await desk.ask('act.do', { dossier: ids[0]!, act: commandOf('takeBack', randomUUID()) });
    await print(desk, 'handOverList', [], list);
    const stamps = tray.jobs.map(({ values }) => values[0]?.['stamps']);
    expect(stamps).toEqual([['BẢN THỬ'], ['BẢN THỬ'], ['BẢN THỬ', 'BẢN SAO']]);
    const rows = tray.jobs.map(({ values }) => values[0]?.['rows']);
    expect(rows[2]).toEqual(rows[0]);
    expect(typesOf(desk)).toEqual(['listDrawn', 'listPrinted', 'listPrinted', 'listPrinted']);
    expect(await desk.ask('lists.of', { from: '2026-11-23', to: '2026-11-23' })).toMatchObject({
      ok: true,
      value: [{ id: list, number: 'BG-0001/2026', count: 2, outcome: 'printed' }],
    });
  });

  it('names the dossier that has no place on it, and takes no number for it', async () => {
    const { desk, tray } = await openDesk();
    const ids = await takeIn(desk, 3);
    await handAllOver(desk, ids.slice(0, 1));
    await handAllOver(desk, ids.slice(1, 2), 'Địa chính');
    for (const [dossiers, code] of [
      [[ids[0]!, ids[2]!], 'H55.242-261123-0003'],
      [ids.slice(0, 2), 'H55.242-261123-0002'],
    ] as const)
      expect(await print(desk, 'handOverList', [...dossiers])).toMatchObject({
        ok: false,
        fault: { code: 'listUnfit', params: { code } },
      });
    expect(await print(desk, 'resultList', ids)).toMatchObject({ ok: false, fault: { code: 'listUnfit' } });
    expect(await print(desk, 'readyList', [])).toMatchObject({
      ok: false,
      fault: { code: 'nothingToPrint' },
    });
    expect(await print(desk, 'readyList', ['no-such'])).toMatchObject({
      ok: false,
      fault: { code: 'unknownDossier' },
    });
    expect([typesOf(desk), tray.jobs]).toEqual([[], []]);
    await print(desk, 'handOverList', ids.slice(0, 1));
    expect(tray.jobs[0]?.values[0]?.title).toBe('Danh sách bàn giao hồ sơ BG-0001/2026');
  });

  it('counts as the receipt of every dossier when it is a joint receipt', async () => {
    const { desk } = await openDesk();
    const ids = await takeIn(desk, 2);
    await print(desk, 'jointReceipt', ids);
    const { db } = getCabinet(desk.desk);
    for (const id of ids)
      expect(findDossierState(db, id)?.papers).toMatchObject([
        { form: 'receipt', about: '', outcome: 'printed', reprint: false },
      ]);
    expect(await desk.ask('paper.unsure', {})).toEqual({ ok: true, value: [] });
  });

  it('is found again after its projection was made anew from the journal', async () => {
    const { desk } = await openDesk();
    const ids = await takeIn(desk, 2);
    await handAllOver(desk, ids);
    await print(desk, 'handOverList', ids);
    const { db } = getCabinet(desk.desk);
    const before = db.prepare('SELECT * FROM list_paper').all();
    expect(before).toHaveLength(1);
    db.exec('DELETE FROM list_paper');
    for (const reached of rebuildProjections(db)) expect(reached).toBeGreaterThanOrEqual(0);
    expect(db.prepare('SELECT * FROM list_paper').all()).toEqual(before);
    expect(db.prepare("SELECT count(*) AS n FROM dossier WHERE id = 'lists'").get()).toEqual({ n: 0 });
  });
});

describe('migration 140', () => {
  it('keeps the piles of before, with nothing asked about their slips', () => {
    const { db, folder } = makeDatabase(130);
    db.exec(
      "INSERT INTO certification_pile (id, state, day, pos, witness, slips, body) VALUES ('p', 'certified', '2026-11-23', 3, 'w', 1, '{}')",
    );
    expect(migrate(db).to).toBe(MIGRATIONS.at(-1)?.version);
    expect(db.prepare('SELECT id, slips, slip_outcome FROM certification_pile').all()).toEqual([
      { id: 'p', slips: 1, slip_outcome: '' },
    ]);
    expect(db.prepare('SELECT count(*) AS n FROM list_paper').get()).toEqual({ n: 0 });
    expect(pragmaNumber(db, 'user_version')).toBeGreaterThanOrEqual(140);
    closeDatabase(db);
    removeFolder(folder);
  });
});
