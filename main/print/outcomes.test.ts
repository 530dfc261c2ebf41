import { describe, expect, it } from 'vitest';
import { faultOfTrouble, outcomeOfReply, printerRows, troubleOfReason } from './outcomes.ts';

describe('what the print system says', () => {
  it.each([
    ['Print job canceled', 'cancelled'],
    ['Invalid deviceName provided', 'printerGone'],
    ['Invalid printer settings', 'printerGone'],
    ['No printers available on the network', 'noPrinter'],
    ['Print job failed', 'failed'],
    ['', 'failed'],
  ] as const)('%s', (reason, trouble) => {
    expect(troubleOfReason(reason)).toBe(trouble);
  });

  it('is unsure only when a job was taken and never answered', () => {
    expect(outcomeOfReply({ sent: true })).toBe('printed');
    expect(outcomeOfReply({ sent: false, trouble: 'noAnswer' })).toBe('unsure');
    for (const trouble of [
      'noPrinter',
      'printerGone',
      'printerStopped',
      'cancelled',
      'failed',
      'notDrawn',
    ] as const) {
      expect(outcomeOfReply({ sent: false, trouble })).toBe('failed');
      expect(faultOfTrouble(trouble)).toMatch(/^(noPrinter|printerGone|printCancelled|printFailed)$/);
    }
  });
});

describe('the printers of the system', () => {
  it('are read as Electron 33 and as Electron 45 tell them', () => {
    expect(
      printerRows(
        [
          {
            name: 'KHO',
            displayName: '',
            description: 'Máy in kho',
            status: 3,
            isDefault: false,
            options: { 'printer-state': '5' },
          },
          {
            name: 'QUAY',
            displayName: 'Máy in quầy',
            description: '',
            status: 3,
            isDefault: true,
            options: { 'printer-state': '3' },
          },
          { name: 'MOI', displayName: 'Máy mới', description: '', options: {} },
        ],
        false,
      ),
    ).toEqual([
      { name: 'QUAY', label: 'Máy in quầy', isDefault: true, ready: true },
      { name: 'KHO', label: 'Máy in kho', isDefault: false, ready: false },
      { name: 'MOI', label: 'Máy mới', isDefault: false, ready: true },
    ]);
  });

  it('on Windows are not ready when offline or out of paper', () => {
    const found = [0, 0x80, 0x10, 0x400].map((status) => ({ name: `P${status}`, status }));
    expect(printerRows(found, true).map(({ name, ready }) => [name, ready])).toEqual([
      ['P0', true],
      ['P1024', true],
      ['P128', false],
      ['P16', false],
    ]);
  });

  it('are left out when they cannot be read', () => {
    expect(printerRows([null, { name: 7 }, { name: '' }, 'QUAY'], false)).toEqual([]);
  });
});
