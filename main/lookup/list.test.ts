import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, instantOf } from '../../shared/calendar/vietnam-time.ts';
import type { InputOf } from '../../shared/contract.ts';
import type { DossierAccepted } from '../../shared/dossier/events.ts';
import { plainDossier } from '../../shared/forms/testing-samples.ts';
import { calendar } from '../../shared/dossier/acts/testing-life.ts';
import { listKinds, workLists } from '../../shared/dossier/lists.ts';
import { marks } from '../../shared/dossier/marks.ts';
import { countLists, countQuery } from './counts.ts';
import { edgesAt } from './day-edges.ts';
import { listDossiers, listIds, listQueries } from './list.ts';
import type { ActEvent } from '../../shared/dossier/acts/events.ts';
import type { WorkList } from '../../shared/dossier/lists.ts';
import { openShelf } from './testing-shelf.ts';
import type { Shelf } from './testing-shelf.ts';

type Filter = InputOf<'dossier.list'>['filter'];

const today = '2026-11-25';
const now = instantOf(today, 9 * 60);
const edges = edgesAt(calendar, now);
const all: Filter = { status: 'all', procedure: '', receivedFrom: '', receivedTo: '' };
const birth = { ...plainDossier.procedure, code: '1.001193' };

let shelf: Shelf;
const due = (day: string, minute: number): Partial<DossierAccepted> => ({
  deadline: { ...plainDossier.deadline, dueAt: instantOf(day, minute) },
});
const received = (day: string, minute: number): Partial<DossierAccepted> => ({
  receivedAt: instantOf(day, minute),
});

beforeAll(() => {
  shelf = openShelf();
  // Received a day apart at 0:00 and 23:59, so that a day's borders count.
  shelf.put('mon', 1, { ...received('2026-11-23', 0), ...due(today, 8 * 60) }, 'printed');
  shelf.put('monLate', 2, { ...received('2026-11-23', 23 * 60 + 59), ...due(today, 9 * 60) }, 'saved');
  shelf.put(
    'tue',
    3,
    { ...received('2026-11-24', 0), ...due(addDays(today, 1), 17 * 60), procedure: birth },
    'failed',
  );
  shelf.put('tueLater', 4, { ...received('2026-11-24', 600), ...due(addDays(today, 2), 0) }, 'skipped');
  shelf.put('wed', 5, { ...received(today, 60), ...due('2026-11-20', 60), procedure: birth }, 'unsure');
  shelf.put('wedBare', 6, { ...received(today, 61), ...due('2026-12-01', 60) });
  shelf.turnAway('guided', 7, 'intakeGuided', received(today, 70));
  shelf.turnAway('refused', 8, 'intakeRefused', { ...received(today, 80), procedure: birth });
});
afterAll(() => shelf.close());

const list = (filter: Partial<Filter>, offset = 0, limit = 100) => {
  const { rows, total } = listDossiers(shelf.db, { filter: { ...all, ...filter }, offset, limit }, edges);
  return { ids: rows.map(({ id }) => id), total };
};

describe('the list', () => {
  it.each<[string, Partial<Filter>, string[]]>([
    [
      'everything, newest first',
      {},
      ['refused', 'guided', 'wedBare', 'wed', 'tueLater', 'tue', 'monLate', 'mon'],
    ],
    ['accepted', { status: 'accepted' }, ['wedBare', 'wed', 'tueLater', 'tue', 'monLate', 'mon']],
    ['guided', { status: 'guided' }, ['guided']],
    ['refused', { status: 'refused' }, ['refused']],
    ['without a settled paper', { status: 'unprinted' }, ['wedBare', 'wed', 'tue']],
    ['late, the longest first', { status: 'late' }, ['wed', 'mon']],
    ['due by the end of tomorrow', { status: 'dueSoon' }, ['monLate', 'tue']],
    ['of a procedure', { procedure: '1.001193' }, ['refused', 'wed', 'tue']],
    ['of a procedure, late', { status: 'late', procedure: '1.001193' }, ['wed']],
    [
      'from a day on',
      { receivedFrom: '2026-11-24' },
      ['refused', 'guided', 'wedBare', 'wed', 'tueLater', 'tue'],
    ],
    ['up to a day, whole', { receivedTo: '2026-11-23' }, ['monLate', 'mon']],
    ['of one day', { receivedFrom: '2026-11-24', receivedTo: '2026-11-24' }, ['tueLater', 'tue']],
    [
      'of a day and a status',
      { status: 'accepted', receivedFrom: today, receivedTo: today },
      ['wedBare', 'wed'],
    ],
    [
      'of a day that is none',
      { receivedFrom: '2026-02-30', receivedTo: 'x' },
      ['refused', 'guided', 'wedBare', 'wed', 'tueLater', 'tue', 'monLate', 'mon'],
    ],
    ['of days the wrong way round', { receivedFrom: today, receivedTo: '2026-11-23' }, []],
    ['of a procedure nobody has', { procedure: "x' OR '1'='1" }, []],
  ])('%s', (_, filter, expected) => {
    expect(list(filter)).toEqual({ ids: expected, total: expected.length });
  });

  it('comes in pages that are the whole and no row twice', () => {
    for (const filter of [{}, { status: 'late' as const }, { procedure: '1.001193' }]) {
      const whole = list(filter);
      for (const size of [1, 2, 3, 8]) {
        const pages: string[] = [];
        for (let offset = 0; offset < whole.total + size; offset += size)
          pages.push(...list(filter, offset, size).ids);
        expect(pages).toEqual(whole.ids);
      }
      expect(list(filter, 1000, 10)).toEqual({ ids: [], total: whole.total });
    }
  });
});

describe('every filter', () => {
  const days = { receivedFrom: '2026-11-01', receivedTo: '2026-11-25' };
  const filters = listKinds.flatMap((status) => [
    { ...all, status },
    { ...all, status, procedure: '1.001193' },
    { ...all, status, ...days },
    { ...all, status, procedure: '1.001193', ...days },
  ]);
  const plansOf = (filter: Filter): { sql: string; plan: string }[] => {
    const { count, page, params } = listQueries(filter, edges);
    return [
      { sql: count, given: params },
      { sql: page, given: [...params, 50, 0] },
    ].map(({ sql, given }) => ({
      sql,
      plan: shelf.db
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(given)
        .map((row) => String(row['detail']))
        .join('; '),
    }));
  };

  it.each(filters.map((filter) => [JSON.stringify(filter), filter] as const))(
    '%s stands on an index',
    (_, filter) => {
      for (const statistics of [false, true]) {
        // Closing the vault lets SQLite gather statistics, which change its mind.
        if (statistics) shelf.db.pragma('optimize = 0x10002');
        for (const { sql, plan } of plansOf(filter)) {
          expect(plan, sql).not.toMatch(/SCAN dossier(?! USING (COVERING )?INDEX)/);
          expect(plan, sql).toMatch(/USING (COVERING )?INDEX/);
          if (filter.status in marks) expect(plan, sql).toContain('dossier_marks');
        }
      }
    },
  );
});

/** What has happened to each: one dossier in every list of the day. */
describe('the lists of the day', () => {
  let desk: Shelf;
  const act = (id: string, event: ActEvent) => desk.write([{ subject: id, event }]);
  const at = (day: string, minute: number) => instantOf(day, minute);
  const acted = (moment: number) => ({
    command: `command-${moment}`,
    at: moment,
    businessDay: today,
    desk: 1,
    clerkName: 'Cán bộ Mẫu',
  });
  const result = (moment: number): ActEvent => ({
    type: 'resultArrived',
    v: 1,
    payload: {
      ...acted(moment),
      approved: true,
      number: '1',
      date: today,
      summary: '',
      signer: '',
      files: [],
      replaces: null,
    },
  });
  const submitted = (moment: number): ActEvent => ({
    type: 'resultSubmitted',
    v: 1,
    payload: {
      ...acted(moment),
      round: 1,
      to: { unit: 'Lãnh đạo UBND xã', person: 'Phạm Thị Mẫu' },
      way: 'paper',
      approved: true,
      summary: '',
      files: [],
      note: '',
    },
  });
  const fees = plainDossier.fees.slice(1);
  const plain = { fees: [], components: [] };

  beforeAll(() => {
    desk = openShelf();
    desk.put('atCounter', 1, { ...plain, ...due('2026-11-30', 600) }, 'printed');
    desk.put('unpaid', 2, { ...plain, fees, ...due('2026-12-01', 600) }, 'printed');
    desk.put('withOfficer', 3, { ...plain, ...due(today, 660) }, 'printed');
    act('withOfficer', {
      type: 'handedOver',
      v: 1,
      payload: {
        ...acted(at('2026-11-24', 600)),
        from: null,
        to: { unit: 'Tư pháp', person: '' },
        batch: '',
        slip: { number: 1, year: 2026 },
        step: 1,
        note: '',
      },
    });
    desk.put('asked', 4, { ...plain, ...due('2026-11-24', 600) }, 'printed');
    act('asked', {
      type: 'supplementsRequested',
      v: 1,
      payload: {
        ...acted(at('2026-11-24', 500)),
        number: 1,
        year: 2026,
        round: 1,
        countsAsLate: false,
        afterDue: false,
        missing: [],
        reason: '',
        respondBy: null,
        dueAt: at('2026-11-24', 600),
      },
    });
    act('withOfficer', submitted(at('2026-11-24', 610)));
    const [draft] = act('atCounter', submitted(at('2026-11-24', 620)));
    act('atCounter', {
      type: 'resultNumbered',
      v: 1,
      payload: {
        ...acted(at('2026-11-24', 630)),
        submission: draft?.header.id ?? '',
        taken: { number: 1, year: 2026 },
        number: '01/GXN-UBND',
        date: today,
        signer: 'Phạm Thị Mẫu',
      },
    });
    desk.put('ready', 5, { ...plain, ...due('2026-11-24', 600) }, 'printed');
    act('ready', result(at('2026-11-24', 560)));
    desk.put('called', 6, { ...plain, ...due('2026-11-24', 600) }, 'printed');
    act('called', result(at('2026-11-24', 550)));
    act('called', {
      type: 'citizenNotified',
      v: 1,
      payload: { ...acted(at('2026-11-24', 570)), how: 'phone', reached: true, to: '', note: '' },
    });
    desk.put('transfer', 7, { ...plain, fees, ...due('2026-12-01', 600) }, 'printed');
    act('transfer', {
      type: 'transferClaimed',
      v: 1,
      payload: { ...acted(at('2026-11-24', 580)), amount: 16_000, reference: '' },
    });
    desk.put('keeps', 8, { fees: [], ...due('2026-12-01', 600) });
    desk.put('overdue', 9, { ...plain, ...due('2026-11-24', 600) }, 'printed');
    desk.put('gone', 10, { ...plain, ...due('2026-11-24', 600) }, 'printed');
    act('gone', {
      type: 'dossierWithdrawn',
      v: 1,
      payload: {
        ...acted(at('2026-11-24', 590)),
        to: { kind: 'owner', name: 'Mẫu' },
        reason: '',
        originals: [],
      },
    });
  });
  afterAll(() => desk.close());

  const expected: Record<WorkList, string[]> = {
    counter: ['overdue', 'atCounter', 'unpaid', 'transfer', 'keeps'],
    officer: ['withOfficer'],
    toSign: ['withOfficer'],
    toIssue: ['atCounter'],
    papers: ['asked'],
    dueToday: ['withOfficer'],
    dueSoon: ['withOfficer'],
    late: ['overdue'],
    untold: ['ready'],
    told: ['called'],
    owed: ['unpaid'],
    claimed: ['transfer'],
    held: ['keeps'],
    conflict: [],
    unprinted: ['keeps'],
  };

  it.each(workLists.map((list) => [list] as const))('%s', (status) => {
    const filter = { ...all, status };
    const ids = listDossiers(desk.db, { filter, offset: 0, limit: 50 }, edges).rows.map(({ id }) => id);
    expect(ids).toEqual(expected[status]);
    expect(listIds(desk.db, filter, 2, edges)).toEqual({ ids: ids.slice(0, 2), total: ids.length });
  });

  it('are counted as they are listed, in one pass over the marks alone', () => {
    const counts = Object.fromEntries(workLists.map((list) => [list, expected[list].length]));
    expect(countLists(desk.db, edges)).toEqual(counts);
    const plan = desk.db
      .prepare(`EXPLAIN QUERY PLAN ${countQuery}`)
      .all([])
      .map((row) => String(row['detail']));
    expect(plan).toEqual(['SCAN dossier USING COVERING INDEX dossier_marks']);
  });

  it('take Monday for the day after Friday', () => {
    const friday = edgesAt(calendar, at('2026-11-27', 600));
    expect(friday.tomorrow).toBe(at('2026-11-28', 0));
    expect(friday.near).toBe(at('2026-12-01', 0));
  });
});
