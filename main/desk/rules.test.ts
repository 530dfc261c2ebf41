import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { calendarPackSchema } from '../../shared/calendar/calendar-pack.ts';
import { judgePack, loadRules, packVerifier } from './rules.ts';

const assets = fileURLToPath(new URL('../../assets', import.meta.url));
const rules = loadRules(assets, null);
const shipped = calendarPackSchema.parse(
  JSON.parse(readFileSync(`${assets}/calendar/vn-2024-2027.json`, 'utf8')),
);

const envelope = (body: object, change: object = {}): string =>
  JSON.stringify({
    format: 'quay-pack-1',
    kind: 'calendar',
    version: 2,
    bodyText: JSON.stringify(body),
    signature: 'AAAA',
    keyId: 'quay-2026',
    ...change,
  });
const judge = (text: string) => judgePack(text, () => true, rules);
const newer = { ...shipped, version: 2 };

describe('a calendar pack', () => {
  it('is judged by the kind it says, and written down with what was signed', () => {
    const sha256 = createHash('sha256').update(JSON.stringify(newer)).digest('hex');
    expect(judge(envelope(newer))).toEqual({
      ok: true,
      value: {
        installed: { kind: 'calendar', id: shipped.id, version: 2, sha256 },
        body: JSON.stringify(newer),
      },
    });
  });

  it('needs a pinned key’s signature', () => {
    expect(judgePack(envelope(newer), packVerifier(assets), rules)).toMatchObject({
      fault: { code: 'packUntrusted' },
    });
    expect(judge(envelope(newer, { signature: undefined }))).toMatchObject({
      fault: { code: 'packUnsigned' },
    });
  });

  it.each([
    ['the version in use', envelope(shipped, { version: 1 }), 'packOlder'],
    ['two versions', envelope(newer, { version: 3 }), 'packInvalid'],
    ['no calendar', envelope({ kind: 'calendar' }), 'packInvalid'],
    ['no JSON inside', envelope({}, { bodyText: 'x' }), 'packInvalid'],
    ['a catalogue inside', envelope({ ...newer, kind: 'catalogue' }), 'packInvalid'],
    ['a kind nobody reads', envelope(newer, { kind: 'forms' }), 'packInvalid'],
    [
      'a Tuesday said to be a Monday',
      envelope({ ...newer, days: newer.days.map((day) => ({ ...day, weekday: 1 })) }),
      'packInvalid',
    ],
  ])('is refused with %s', (_, text, code) => {
    expect(judge(text)).toMatchObject({ ok: false, fault: { code } });
  });
});
