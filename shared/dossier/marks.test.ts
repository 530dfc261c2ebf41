import { describe, expect, it } from 'vitest';
import { begin } from './acts/testing-life.ts';
import { plainDossier } from '../forms/testing-samples.ts';
import { markedAt, marks, marksOf } from './marks.ts';
import { summaryOf } from './summary.ts';

describe('the marks of a dossier', () => {
  it('have a bit each', () => {
    const all = Object.values(marks);
    expect(new Set(all).size).toBe(all.length);
    for (const bit of all) expect(Math.log2(bit) % 1).toBe(0);
  });

  it('follow its life: to be handed over, at the officer, to be called, to be fetched, done', () => {
    const life = begin({ ...plainDossier, fees: plainDossier.fees.slice(1) });
    const now = () => marksOf(summaryOf(life.state));
    expect(now()).toBe(marks.counter | marks.unprinted | marks.owed | marks.held);
    life.act('handOver', '2026-11-25 08:00');
    expect(now()).toBe(marks.officer | marks.unprinted | marks.owed | marks.held);
    life.act('claimTransfer', '2026-11-25 08:10');
    expect(now()).toBe(marks.officer | marks.unprinted | marks.claimed | marks.held);
    life.act('recordResult', '2026-11-26 10:00');
    expect(now() & marks.untold).toBe(marks.untold);
    expect(markedAt(summaryOf(life.state))).toBe(life.state.result?.at);
    life.act('notifyCitizen', '2026-11-26 10:30', { reached: false });
    expect(now() & marks.untold).toBe(marks.untold);
    life.act('notifyCitizen', '2026-11-26 11:00');
    expect(now() & (marks.told | marks.untold)).toBe(marks.told);
    life.act('collectFee', '2026-11-30 08:00');
    life.act('returnResult', '2026-11-30 08:31');
    expect(now()).toBe(0);
  });

  it('asks no fee of what was withdrawn, and still says that an original is here', () => {
    const life = begin({ ...plainDossier, fees: plainDossier.fees.slice(1) });
    life.act('withdraw', '2026-11-25 09:00', { originals: [] });
    expect(marksOf(summaryOf(life.state))).toBe(marks.held);
  });
});
