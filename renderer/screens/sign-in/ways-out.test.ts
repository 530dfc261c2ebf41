import { describe, expect, it } from 'vitest';
import { waysOutOf } from './ways-out.ts';

describe('waysOutOf', () => {
  it('offers to try again first and to start empty last, if at all', () => {
    for (const code of ['slotsDamaged', 'vaultDamaged', 'foreignVault'] as const) {
      const ways = waysOutOf({ code });
      expect(ways[0]).toBe('retry');
      expect(ways.at(-1)).toBe('setAside');
    }
  });

  it('never offers to start empty where newer software only waits to be installed', () => {
    expect(waysOutOf({ code: 'vaultNewer' })).toEqual(['retry', 'diagnostic']);
    expect(waysOutOf({ code: 'vaultInUse' })).toEqual(['retry', 'diagnostic']);
  });

  it('salvages only what is there', () => {
    expect(waysOutOf({ code: 'vaultDamaged', params: { what: 'unreadable' } })).toContain('salvage');
    expect(waysOutOf({ code: 'vaultDamaged', params: { what: 'missing' } })).not.toContain('salvage');
  });
});
