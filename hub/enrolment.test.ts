import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toHex } from '../shared/journal/row.ts';
import { certificateClaim, openSigned, readClaim, signedText } from '../shared/sync/claims.ts';
import { enrolAnswer, hubCard } from '../shared/sync/messages.ts';
import { crypto } from './crypto.ts';
import { migrate } from './database.ts';
import { migrations } from './migrations/index.ts';
import { confirmDesk, issueCode, revokeDesk } from './enrolment.ts';
import { makeDatabase, makeHub } from './testing.ts';
import type { TestHub } from './testing.ts';
import { enrolOutside, found, makeChain, makeHand, post } from './testing-desk.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await makeHub();
});
afterAll(() => hub.drop());

let offices = 0;
const newOffice = (): string => {
  offices += 1;
  return `H01.${offices}`;
};
const lane = { from: 1, to: 999 };
const issue = (office: string, change: { desk?: number; now?: number } = {}): Promise<string> =>
  issueCode(hub.db, { office, desk: 1, lanes: [lane], hours: 8, now: Date.now(), ...change });
const ask = (office: string, code: string, change: object = {}, key = makeHand()) => {
  const text = JSON.stringify({
    code,
    office,
    desk: 1,
    name: 'Quầy 1',
    key: key.key,
    lanes: [lane],
    application: 'test',
    ...change,
  });
  return post(`${hub.hub.url}/v1/enrol`, { text, signature: toHex(key.sign(signedText('enrolment', text))) });
};

describe('an enrolment code', () => {
  it('has 80 bits, is kept as a hash alone, and gives a certificate the province signed', async () => {
    const office = newOffice();
    const code = await issue(office);
    expect(Math.log2(31 ** code.replaceAll('-', '').length)).toBeGreaterThan(80);
    const key = makeHand();
    const answer = await ask(office, code.toLowerCase(), {}, key);
    const card = hubCard.parse(await (await fetch(`${hub.hub.url}/v1/hub`)).json());
    const { certificate, confirmed } = enrolAnswer.parse(answer.body);
    expect(confirmed).toBe(false);
    expect(openSigned(crypto, 'certificate', certificateClaim, card.key, certificate)).toMatchObject({
      office,
      desk: 1,
      key: key.key,
    });
    const { rows } = await hub.db.query<{ all: string }>(
      'SELECT enrolment::text AS all FROM enrolment WHERE office = $1',
      [office],
    );
    expect(rows[0]?.all).not.toContain(code.replaceAll('-', ''));
  });

  it('is used once: the thief or the clerk, whoever comes second, is told', async () => {
    const office = newOffice();
    const code = await issue(office);
    const answers = await Promise.all([ask(office, code), ask(office, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    expect(answers.find(({ status }) => status === 403)?.body).toEqual({ refused: 'codeUsed' });
  });

  it('is of one office and desk, and of hours', async () => {
    const office = newOffice();
    const code = await issue(office);
    expect((await ask(newOffice(), code)).body).toEqual({ refused: 'codeWrong' });
    expect((await ask(office, code, { desk: 2 })).body).toEqual({ refused: 'codeWrong' });
    const old = await issue(office, { now: Date.now() - 9 * 3_600_000 });
    expect((await ask(office, old)).body).toEqual({ refused: 'codeExpired' });
    expect((await ask(office, code)).status).toBe(200);
  });

  it('is refused for numbers another desk of the office counts in', async () => {
    const office = newOffice();
    expect((await ask(office, await issue(office))).status).toBe(200);
    const second = await issue(office, { desk: 2 });
    expect((await ask(office, second, { desk: 2 })).body).toEqual({ refused: 'laneTaken' });
    // Refused is not used: with numbers of its own the desk comes in by the same code.
    expect((await ask(office, second, { desk: 2, lanes: [{ from: 1000, to: 1999 }] })).status).toBe(200);
  });

  it('must come with a signature of the key it brings', async () => {
    const office = newOffice();
    const code = await issue(office);
    expect((await ask(office, code, { key: makeHand().key })).body).toEqual({ refused: 'signatureWrong' });
  });
});

describe('a desk', () => {
  it('is confirmed by its own fingerprint alone', async () => {
    const office = newOffice();
    await enrolOutside(hub.db, hub.hub.url, { office, confirm: false });
    const wish = { office, desk: 1, now: Date.now() };
    expect(await confirmDesk(hub.db, { ...wish, fingerprint: 'ABCD-ABCD-ABCD-ABCD-ABCD' })).toBe(
      'otherFingerprint',
    );
    expect(await confirmDesk(hub.db, { ...wish, office: newOffice(), fingerprint: '' })).toBe('unknown');
  });

  it('revoked loses its session at once, cannot come back, and its number goes to another PC', async () => {
    const office = newOffice();
    const stolen = await enrolOutside(hub.db, hub.hub.url, { office });
    const clerk = makeHand();
    const chain = makeChain(clerk, { office });
    found(chain, clerk);
    expect((await stolen.push(chain)).status).toBe(200);
    expect(await revokeDesk(hub.db, office, 1)).toBe(true);
    expect((await stolen.push(chain)).status).toBe(401);
    expect((await stolen.signIn()).body).toEqual({ refused: 'revoked' });
    const replaced = await enrolOutside(hub.db, hub.hub.url, { office });
    expect(replaced.token).not.toBe('');
    expect((await stolen.signIn()).body).toEqual({ refused: 'revoked' });
  });

  it('is known again to a restored hub by its certificate, and waits to be confirmed anew', async () => {
    const office = newOffice();
    const desk = await enrolOutside(hub.db, hub.hub.url, { office });
    await hub.db.query('DELETE FROM session WHERE office = $1', [office]);
    await hub.db.query('DELETE FROM desk WHERE office = $1', [office]);
    expect(await desk.signIn()).toMatchObject({ status: 200, body: { confirmed: false, held: [] } });
  });
});

describe('the database', () => {
  it('is migrated once by instances that start together, and refused when a later release wrote it', async () => {
    const one = await makeDatabase();
    await Promise.all([migrate(one.db), migrate(one.db), migrate(one.db)]);
    const { rows } = await one.db.query('SELECT version FROM migration');
    expect(rows).toEqual(migrations.map(({ version }) => ({ version })));
    await one.db.query("INSERT INTO migration (version, name) VALUES (9990, 'next')");
    await expect(migrate(one.db)).rejects.toThrow('update the hub');
    await one.drop();
  });

  it('of the release before learns which office holds which dossier from what is admitted', async () => {
    const one = await makeDatabase();
    await migrate(
      one.db,
      migrations.filter(({ version }) => version < 20),
    );
    const [first, second] = [newOffice(), newOffice()];
    for (const office of [first, second]) {
      await one.db.query("INSERT INTO epoch (office, desk, epoch, held_hash) VALUES ($1, 1, 'e', '')", [
        office,
      ]);
      await one.db.query(
        `INSERT INTO feed (office, position, desk, epoch, seq, id, subject, type, verdict, detail, rolling)
         VALUES ($1, 1, 1, 'e', 1, '', 'same', 'dossierAccepted', 'fact', '', ''),
           ($1, 2, 1, 'e', 2, '', $1, 'intakeGuided', 'fact', '', ''),
           ($1, 3, 1, 'e', 3, '', 'aside', 'dossierAccepted', 'quarantined', 'signatureWrong', '')`,
        [office],
      );
    }
    await migrate(one.db);
    const { rows } = await one.db.query('SELECT dossier, office FROM holder ORDER BY dossier');
    expect(rows).toEqual([
      { dossier: first, office: first },
      { dossier: second, office: second },
      { dossier: 'same', office: first },
    ]);
    await one.drop();
  });

  it('of the release before learns the files and codes its rows name, and is not stopped by a payload that is no JSON', async () => {
    const one = await makeDatabase();
    await migrate(
      one.db,
      migrations.filter(({ version }) => version < 22),
    );
    const office = newOffice();
    const sha256 = 'ab'.repeat(32);
    const payloads = [
      JSON.stringify({
        code: 'H1-261129-0001',
        key: 'K',
        components: [{ files: [{ hash: sha256, size: 7 }] }],
      }),
      '{"files": no JSON, "code": 1',
    ];
    for (const [at, payload] of payloads.entries()) {
      await one.db.query(
        `INSERT INTO journal_row (office, desk, epoch, seq, hash, header, payload, commitment, signature, broken)
         VALUES ($1, 1, 'e', $2, '', '', $3, '', '', false)`,
        [office, at + 1, payload],
      );
      await one.db.query(
        `INSERT INTO feed (office, position, desk, epoch, seq, id, subject, type, verdict, detail, rolling)
         VALUES ($1, $2::int, 1, 'e', $2::int, '', $3, 'dossierAccepted', 'fact', '', '')`,
        [office, at + 1, `dossier ${at}`],
      );
    }
    await migrate(one.db);
    const files = await one.db.query("SELECT encode(sha256, 'hex') AS sha256, size FROM named_file");
    expect(files.rows).toEqual([{ sha256, size: 7 }]);
    const codes = await one.db.query('SELECT code, dossier, office, key FROM dossier_code');
    expect(codes.rows).toEqual([{ code: 'H1-261129-0001', dossier: 'dossier 0', office, key: 'K' }]);
    await one.drop();
  });

  it('of the release before keeps the numbers of a code that is still out, and reads a certificate that told one run of them', async () => {
    const one = await makeDatabase();
    await migrate(
      one.db,
      migrations.filter(({ version }) => version < 35),
    );
    await one.db.query(
      "INSERT INTO enrolment (code, office, desk, lane_from, lane_to, expires_at) VALUES ('x', 'H1', 2, 1000, 1999, 5)",
    );
    await migrate(one.db);
    const { rows } = await one.db.query('SELECT office, desk, lanes, expires_at, used_at FROM enrolment');
    expect(rows).toEqual([
      { office: 'H1', desk: 2, lanes: [{ from: 1000, to: 1999 }], expires_at: 5, used_at: null },
    ]);
    await one.drop();
    const before = { hub: 'h', office: 'H1', desk: 2, key: 'ab'.repeat(32), lane, issuedAt: 1 };
    expect(readClaim(certificateClaim, JSON.stringify(before))).toMatchObject({ desk: 2, lanes: [lane] });
  });
});
