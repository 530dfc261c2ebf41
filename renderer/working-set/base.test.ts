import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DossierRow } from '../../shared/contract.ts';
import { standingAtIntake } from '../../shared/dossier/summary.ts';
import { applyDelta, emptyBase, openWorkingSet, readRows, takeSnapshot } from './base.ts';
import type { Delta, WorkingSetBase } from './base.ts';

const row = (id: string, dueAt: number | null = null): DossierRow => ({
  id,
  code: `H55.242-261126-${id.padStart(4, '0')}`,
  procedure: '1.004873',
  procedureName: 'Cấp Giấy xác nhận tình trạng hôn nhân',
  ownerName: 'Nguyễn Văn Mẫu',
  submitterName: 'Trần Thị Thí Dụ',
  phone: '',
  idNumber: '',
  receivedAt: Number(id),
  dueAt,
  businessDay: '2026-11-26',
  status: 'accepted',
  printed: true,
  held: false,
  clerkName: 'Nguyễn Thị Mẫu',
  parked: false,
  ...standingAtIntake({ status: 'accepted', dueAt: dueAt }),
});

const delta = (
  version: number,
  put: string[],
  gone: string[] = [],
): Pick<Delta, 'version' | 'rows' | 'gone'> => ({
  version,
  rows: put.map((id) => row(id, version)),
  gone,
});
const yes = () => true;
const ids = async (base: WorkingSetBase) => [...(await readRows(base)).keys()].toSorted();

let base: WorkingSetBase;
let count = 0;
beforeEach(() => {
  count += 1;
  base = openWorkingSet(`working-set-${count}`);
});
afterEach(async () => {
  await base.dexie.delete();
});

describe('the working set', () => {
  it('takes a snapshot, then deltas in order', async () => {
    expect(await takeSnapshot(base, { version: 4, rows: [row('1'), row('2')] }, yes)).toBe('taken');
    expect(await applyDelta(base, delta(5, ['3'], ['1']), yes)).toBe('applied');
    expect(await applyDelta(base, delta(6, ['2']), yes)).toBe('applied');
    expect(await ids(base)).toEqual(['2', '3']);
    expect((await readRows(base)).get('2')?.dueAt).toBe(6);
  });

  it('holds as many rows as there are, whatever the size of a block', async () => {
    for (const size of [0, 1, 249, 250, 251, 2000]) {
      const rows = Array.from({ length: size }, (_, index) => row(String(index + 1)));
      await emptyBase(base);
      await takeSnapshot(base, { version: size + 1, rows }, yes);
      expect([...(await readRows(base)).values()]).toEqual(rows);
    }
  });

  it('writes a delta once, whichever window is quicker', async () => {
    await takeSnapshot(base, { version: 1, rows: [row('1')] }, yes);
    const outcomes = await Promise.all([
      applyDelta(base, delta(2, ['2']), yes),
      applyDelta(base, delta(2, ['2']), yes),
    ]);
    expect(outcomes.toSorted()).toEqual(['applied', 'known']);
    expect(await ids(base)).toEqual(['1', '2']);
  });

  it('writes nothing after a gap, and is whole again with the next snapshot', async () => {
    await takeSnapshot(base, { version: 1, rows: [row('1')] }, yes);
    expect(await applyDelta(base, delta(3, ['3']), yes)).toBe('gap');
    expect(await ids(base)).toEqual(['1']);
    expect(await takeSnapshot(base, { version: 3, rows: [row('1'), row('2'), row('3')] }, yes)).toBe('taken');
    expect(await ids(base)).toEqual(['1', '2', '3']);
  });

  it('takes a delta to an emptied base for a gap', async () => {
    await takeSnapshot(base, { version: 1, rows: [row('1')] }, yes);
    await emptyBase(base);
    expect(await ids(base)).toEqual([]);
    expect(await applyDelta(base, delta(2, ['2']), yes)).toBe('gap');
  });

  it('leaves a newer snapshot of another window in place', async () => {
    await takeSnapshot(base, { version: 7, rows: [row('7')] }, yes);
    expect(await takeSnapshot(base, { version: 6, rows: [row('6')] }, yes)).toBe('known');
    expect(await ids(base)).toEqual(['7']);
  });

  it('writes nothing for a clerk who has gone', async () => {
    const gone = () => false;
    expect(await takeSnapshot(base, { version: 1, rows: [row('1')] }, gone)).toBe('known');
    await takeSnapshot(base, { version: 1, rows: [row('1')] }, yes);
    expect(await applyDelta(base, delta(2, ['2']), gone)).toBe('known');
    expect(await ids(base)).toEqual(['1']);
  });

  it('ends as main has it, however two windows repeat, lose and interleave deltas', async () => {
    const steps = fc.array(
      fc.record({
        put: fc.array(fc.integer({ min: 1, max: 9 }).map(String), { maxLength: 3 }),
        gone: fc.array(fc.integer({ min: 1, max: 9 }).map(String), { maxLength: 2 }),
        first: fc.constantFrom('hears', 'misses', 'hears twice'),
        second: fc.constantFrom('hears', 'misses', 'hears twice'),
      }),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (told) => {
        await emptyBase(base);
        await takeSnapshot(base, { version: 0, rows: [] }, yes);
        const truth = new Map<string, DossierRow>();
        const hear = async (change: Pick<Delta, 'version' | 'rows' | 'gone'>) => {
          if ((await applyDelta(base, change, yes)) === 'gap')
            await takeSnapshot(base, { version: change.version, rows: [...truth.values()] }, yes);
        };
        for (const [index, { put, gone, first, second }] of told.entries()) {
          const version = index + 1;
          const change = delta(
            version,
            [...new Set(put)],
            gone.filter((id) => !put.includes(id)),
          );
          for (const id of change.gone) truth.delete(id);
          for (const one of change.rows) truth.set(one.id, one);
          const times = [first, second].flatMap((how) =>
            how === 'hears' ? [1] : how === 'misses' ? [] : [1, 1],
          );
          await Promise.all(times.map(() => hear(change)));
        }
        await hear(delta(told.length + 1, []));
        expect(await readRows(base)).toEqual(truth);
      }),
      { numRuns: 40 },
    );
  });
});
