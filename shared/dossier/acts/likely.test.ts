import { describe, expect, it } from 'vitest';
import { plainDossier } from '../../forms/testing-samples.ts';
import type { ActKind } from './commands.ts';
import { whatMayBeDoneNext } from './guards.ts';
import { inLikelyOrder } from './likely.ts';
import { begin, contextAt, on } from './testing-life.ts';
import type { Life } from './testing-life.ts';

const simple = { ...plainDossier, fees: plainDossier.fees.slice(1) };

/** The buttons a dossier's page begins with. */
const buttons = (at: string, steps: (life: Life) => void = () => undefined): ActKind[] => {
  const life = begin(simple);
  steps(life);
  const { clerk } = contextAt(on(at));
  return inLikelyOrder(whatMayBeDoneNext(life.state, { clerk, at: on(at) }), life.state, on(at)).map(
    ({ kind }) => kind,
  );
};

describe('what is offered first', () => {
  it('is to hand over what has come, and to return what is here and told', () => {
    expect(buttons('2026-11-23 16:00')[0]).toBe('handOver');
    const told = buttons('2026-11-26 11:00', (d) => {
      d.act('recordResult', '2026-11-26 10:00');
      d.act('notifyCitizen', '2026-11-26 10:30');
    });
    expect(told[0]).toBe('returnResult');
  });

  it('looks for a transfer that was announced before it asks for the money again', () => {
    const claimed = buttons('2026-11-23 16:00', (d) => d.act('claimTransfer', '2026-11-23 15:45'));
    expect(claimed.indexOf('matchTransfer')).toBe(1);
    expect(claimed.indexOf('collectFee')).toBeGreaterThan(1);
  });

  it('never is to give money back for a result the citizen holds', () => {
    const returned = buttons('2026-11-30 09:00', (d) => {
      d.act('recordResult', '2026-11-26 10:00');
      d.act('collectFee', '2026-11-26 10:05');
      d.act('returnResult', '2026-11-26 10:10');
    });
    expect(returned[0]).toBe('recordFeeReceipt');
    expect(returned).toContain('refundFee');
    const stopped = buttons('2026-11-30 09:00', (d) => {
      d.act('collectFee', '2026-11-26 10:05');
      d.act('stop', '2026-11-26 10:10');
    });
    expect(stopped.slice(0, 2)).toEqual(['handBackPapers', 'refundFee']);
  });
});
