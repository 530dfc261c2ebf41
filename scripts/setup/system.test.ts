import { describe, expect, it } from 'vitest';
import { aptCommand, needs, packageNames } from './system.mjs';

describe('what a person without root is told', () => {
  it('is one command to copy, with the names this Debian knows', () => {
    const missing = needs.filter((need) => need.packages.includes('libgtk-3-0') || need.program === 'Xvfb');
    const onDebian12 = packageNames(missing, (name) => !name.endsWith('t64'));
    expect(aptCommand(onDebian12)).toBe(
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends libgtk-3-0 xvfb',
    );
    expect(packageNames(missing, () => true)).toEqual(['libgtk-3-0t64', 'xvfb']);
  });
  it('names Debian 12’s packages where no package list can be asked', () => {
    expect(packageNames(needs, () => false)).not.toContain('libgtk-3-0t64');
  });
});
