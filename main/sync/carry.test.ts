import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { takeCarried } from '../../hub/carried.ts';
import { endDesk } from '../../hub/enrolment.ts';
import { openIdentity } from '../../hub/identity.ts';
import { openShelf } from '../../hub/shelf.ts';
import { makeHub } from '../../hub/testing.ts';
import type { TestHub } from '../../hub/testing.ts';
import { CarryMalformed, acknowledgement } from '../../shared/sync/carry.ts';
import { getCabinet } from '../desk/desk.ts';
import { acceptSample } from '../testing-intake.ts';
import { findAcknowledged } from './enrolment.ts';
import { closeLine, joinHub, level, openLineDesk, until } from './testing-line.ts';
import type { LineDesk } from './testing-line.ts';

const office = 'H79.1';
let hub: TestHub;
let stick: string;
const desks: LineDesk[] = [];
beforeAll(async () => {
  hub = await makeHub();
  stick = mkdtempSync(join(tmpdir(), 'quay-stick-'));
});
afterEach(async () => {
  for (const one of desks.splice(0)) await closeLine(one);
});
afterAll(async () => {
  await hub.drop();
  rmSync(stick, { recursive: true, force: true });
});

const at = (name: string): string => join(stick, name);
const db = ({ desk }: LineDesk) => getCabinet(desk).db;

describe('what waits, carried on a stick', () => {
  it('is the province’s once it is taken, and counts as that once its word is carried back', async () => {
    let line = new AbortController();
    const chosen = { open: '', save: '' };
    const suggested: string[] = [];
    const dialogs = {
      openFiles: () => Promise.resolve([chosen.open]),
      saveFile: (name: string) => {
        suggested.push(name);
        return Promise.resolve(chosen.save);
      },
    };
    const far = await openLineDesk(1, office, {
      reach: (url, init) =>
        fetch(url, {
          ...init,
          signal: AbortSignal.any([line.signal, ...(init.signal ? [init.signal] : [])]),
        }),
      dialogs,
    });
    const near = await openLineDesk(2, office, { dialogs });
    desks.push(far, near);
    await joinHub(hub, far);
    await joinHub(hub, near);
    await level(hub, [far, near]);
    line.abort(new TypeError('no line'));
    const { dossier } = await acceptSample(far);
    const head = getCabinet(far.desk).journal.head.pos;
    const acknowledged = findAcknowledged(db(far));

    // A stick that cannot be written is told as that, and leaves nothing behind.
    chosen.save = at('pulled-out/gui.quaygui');
    expect(await far.ask('carry.pack', {})).toMatchObject({ ok: false, fault: { code: 'stickFailed' } });
    chosen.save = at('gui.quaygui');
    expect(await far.ask('carry.pack', {})).toMatchObject({
      ok: true,
      value: { rows: head - acknowledged, file: chosen.save },
    });
    // Written, sealed, and nothing counts as sent.
    const sealed = readFileSync(at('gui.quaygui'));
    expect(sealed.subarray(0, 22).toString()).toBe('age-encryption.org/v1\n');
    for (const word of ['Mẫu', dossier, '019199']) expect(sealed.includes(word)).toBe(false);
    expect(findAcknowledged(db(far))).toBe(acknowledged);

    // Another desk with a line brings it, twice: the same answer.
    chosen.open = at('gui.quaygui');
    const acknowledgements = [];
    for (const name of ['nhan-1.quaynhan', 'nhan-2.quaynhan']) {
      chosen.save = at(name);
      expect(await near.ask('carry.relay', {})).toMatchObject({ ok: true, value: { rows: 1 } });
      acknowledgements.push(acknowledgement.parse(JSON.parse(readFileSync(at(name), 'utf8'))));
    }
    expect(acknowledgements[0]).toMatchObject({ office, desk: 1, refused: [] });
    // Both files are named after the desk they are of, whoever relays.
    expect(suggested.every((name) => name.startsWith(`${office}-quay-1-`))).toBe(true);
    // Cut short, of nobody, and not there any more: each with its own way out.
    writeFileSync(at('cut.quaygui'), sealed.subarray(0, -40));
    writeFileSync(at('none.quaygui'), 'age-encryption.org/v1\n');
    for (const [name, code] of [
      ['cut.quaygui', 'carryDamaged'],
      ['none.quaygui', 'carryDamaged'],
      ['gone.quaygui', 'fileUnreadable'],
    ] as const) {
      chosen.open = at(name);
      expect([name, await near.ask('carry.relay', {})]).toMatchObject([name, { ok: false, fault: { code } }]);
    }
    chosen.open = at('gui.quaygui');
    expect(await far.ask('carry.relay', {})).toMatchObject({ ok: false, fault: { code: 'lineDown' } });
    await until(async () => {
      const found = await near.ask('dossier.get', { id: dossier });
      return found.ok;
    });
    // The province has it, this desk has not been told.
    expect(findAcknowledged(db(far))).toBe(acknowledged);

    // Of another desk, altered, or no acknowledgement at all: nothing changes.
    chosen.open = at('nhan-1.quaynhan');
    expect(await near.ask('carry.takeBack', {})).toMatchObject({
      ok: false,
      fault: { code: 'carryForeign' },
    });
    const [first] = acknowledgements;
    const altered = {
      ...first,
      receipts: first?.receipts.map(({ text }) => ({ text, signature: '0'.repeat(128) })),
    };
    writeFileSync(at('altered.quaynhan'), JSON.stringify(altered));
    chosen.open = at('altered.quaynhan');
    expect(await far.ask('carry.takeBack', {})).toMatchObject({ ok: false, fault: { code: 'carryForeign' } });
    chosen.open = at('gui.quaygui');
    expect(await far.ask('carry.takeBack', {})).toMatchObject({
      ok: false,
      fault: { code: 'carryUnreadable' },
    });
    expect(findAcknowledged(db(far))).toBe(acknowledged);

    // What the province did not take is said where the stick was written.
    writeFileSync(at('part.quaynhan'), JSON.stringify({ ...acknowledgements[1], refused: ['fork'] }));
    for (const [name, rows, refused] of [
      ['part.quaynhan', head - acknowledged, ['fork']],
      ['nhan-2.quaynhan', 0, []],
    ] as const) {
      chosen.open = at(name);
      expect(await far.ask('carry.takeBack', {})).toMatchObject({ ok: true, value: { rows, refused } });
    }
    expect(findAcknowledged(db(far))).toBe(head);
    expect(await far.ask('sync.items', {})).toMatchObject({
      ok: true,
      value: { items: [{ kind: 'held', dossier }] },
    });
    // Line again: what was carried is not sent a second time, and is seen in the feed.
    line = new AbortController();
    await far.ask('sync.sendNow', {});
    await level(hub, [far, near]);
    const { rows } = await hub.db.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM batch WHERE office = $1 AND desk = 1 AND last = $2',
      [office, head],
    );
    expect(rows[0]?.n).toBe(1);
  });

  it('is taken by nobody but the hub it was sealed to, and not once a byte of it is another', async () => {
    const other = await makeHub();
    const desk = await openLineDesk(3, 'H79.3', {
      dialogs: { saveFile: () => Promise.resolve(at('own.quaygui')) },
    });
    desks.push(desk);
    await joinHub(hub, desk);
    expect(await desk.ask('carry.pack', {})).toMatchObject({ ok: true });
    const sealed = readFileSync(at('own.quaygui'));
    const take = async ({ db: hubs, keyFile, folder }: TestHub, bytes: Buffer) =>
      takeCarried(
        {
          db: hubs,
          identity: openIdentity(keyFile),
          shelf: await openShelf(join(folder, 'files'), undefined),
        },
        Readable.from([bytes]),
        Date.now(),
      );
    await expect(take(other, sealed)).rejects.toMatchObject({ reason: 'otherHub' });
    const altered = Buffer.from(sealed);
    altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
    await expect(take(hub, altered)).rejects.toBeInstanceOf(CarryMalformed);
    await expect(take(hub, sealed.subarray(0, -40))).rejects.toBeInstanceOf(CarryMalformed);
    expect(await take(hub, sealed)).toMatchObject({ desk: 3, refused: [] });

    // Its PC is stolen: nothing more is taken from it, whoever brings the stick.
    const near = await openLineDesk(4, 'H79.3', {
      dialogs: { openFiles: () => Promise.resolve([at('own.quaygui')]) },
    });
    desks.push(near);
    await joinHub(hub, near);
    await endDesk(hub.db, 'H79.3', 3, 'stolen');
    expect(await near.ask('carry.relay', {})).toMatchObject({ ok: false, fault: { code: 'carryRefused' } });
    await other.drop();
  });
});
