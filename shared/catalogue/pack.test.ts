import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { messagesIn } from '../messages/index.ts';
import {
  admitCataloguePack,
  openPackEnvelope,
  packBytes,
  parseCataloguePack,
  type CataloguePack,
  type VerifyPack,
} from './pack.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const parsed = parseCataloguePack(read('../../assets/catalogue/vn-commune-2026.json'));
const shipped: CataloguePack = parsed.ok ? parsed.value : expect.fail(JSON.stringify(parsed.fault));
const copy = (): CataloguePack => structuredClone(shipped);

const province = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const check: VerifyPack = (bytes, signature, keyId) =>
  keyId === 'tinh-mau' && verify(null, bytes, province.publicKey, signature);

const seal = (body: unknown, change: Record<string, unknown> = {}, key = province.privateKey): string => {
  const bodyText = typeof body === 'string' ? body : JSON.stringify(body);
  const { kind = 'catalogue', version = 2 } = JSON.parse(bodyText) as { kind?: string; version?: number };
  const signature = sign(null, packBytes(kind, bodyText), key).toString('base64');
  return JSON.stringify({
    format: 'quay-pack-1',
    kind,
    version,
    bodyText,
    signature,
    keyId: 'tinh-mau',
    ...change,
  });
};
const installed = [{ id: shipped.id, version: 1 }];
const admit = (text: string) => admitCataloguePack(text, check, installed);
const codeOf = (text: string) => {
  const admitted = admit(text);
  return admitted.ok ? 'admitted' : admitted.fault.code;
};

describe('a signed pack', () => {
  const next = { ...copy(), version: 2 };

  it('is admitted when newer, with its body as it was signed', () => {
    const bodyText = JSON.stringify(next, null, 2);
    const admitted = admit(seal(bodyText));
    expect(admitted).toMatchObject({ ok: true, value: { pack: { version: 2 }, envelope: { bodyText } } });
    expect(admit(`\uFEFF${seal(bodyText)}\r\n`).ok).toBe(true);
  });

  it('is refused when not newer', () => {
    expect(admit(seal(copy()))).toMatchObject({
      ok: false,
      fault: { code: 'packOlder', params: { version: 1, installed: 1 } },
    });
  });

  it('of another id stands beside what is installed', () => {
    expect(codeOf(seal({ ...copy(), id: 'tinh-mau' }))).toBe('admitted');
  });

  it.each<[string, string, string]>([
    ['nothing', '', 'packMalformed'],
    ['no JSON', '{', 'packMalformed'],
    ['a list', '[]', 'packMalformed'],
    ['a number', '1', 'packMalformed'],
    ['a bare body', JSON.stringify(next), 'packUnsigned'],
    ['an empty signature', seal(next, { signature: '' }), 'packUnsigned'],
    ['no base64', seal(next, { signature: '***' }), 'packMalformed'],
    ['another format', seal(next, { format: 'quay-pack-9' }), 'packMalformed'],
    ['something beside the envelope', seal(next, { extra: 1 }), 'packMalformed'],
    ['a key nobody pinned', seal(next, { keyId: 'khac' }), 'packUntrusted'],
    ["a stranger's signature", seal(next, {}, stranger.privateKey), 'packUntrusted'],
    [
      'a body changed after signing',
      seal(next).replace('Thủ tục hành chính cấp xã', 'Thủ tục giả cấp xã'),
      'packUntrusted',
    ],
    ['a kind changed after signing', seal(next, { kind: 'forms' }), 'packUntrusted'],
    ['another kind', seal({ ...next, kind: 'forms' }), 'packInvalid'],
    [
      'a body of another kind in a catalogue envelope',
      seal(
        JSON.stringify({ ...next, kind: 'x' })
          .replace('"x"', '"catalogue"')
          .replace('vn-commune', '!'),
      ),
      'packInvalid',
    ],
    ['two versions', seal(next, { version: 3 }), 'packInvalid'],
    ['too much', ' '.repeat(20_000_001), 'packMalformed'],
  ])('is refused when it is %s', (_, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('never throws, whatever the file holds', () => {
    const noise = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.jsonValue().map((value) => JSON.stringify({ kind: 'catalogue', signature: 'AA==', value })),
    );
    fc.assert(
      fc.property(noise, (text) => {
        expect(codeOf(text)).not.toBe('admitted');
      }),
      { numRuns: 500 },
    );
  });

  it('is what the sample for trials is, by the key pinned in the application', () => {
    const { keys } = JSON.parse(read('../../assets/catalogue/keys.json')) as {
      keys: { id: string; publicKey: string }[];
    };
    const pinned: VerifyPack = (bytes, signature, keyId) => {
      const key = keys.find(({ id }) => id === keyId);
      const jwk = {
        kty: 'OKP',
        crv: 'Ed25519',
        x: Buffer.from(key?.publicKey ?? '', 'hex').toString('base64url'),
      };
      return verify(null, bytes, { key: jwk, format: 'jwk' }, signature);
    };
    expect(admitCataloguePack(read('../../e2e/fixtures/packs/signed.pack.json'), pinned, installed).ok).toBe(
      true,
    );
    expect(
      openPackEnvelope(read('../../e2e/fixtures/packs/unsigned.json'), 'catalogue', pinned),
    ).toMatchObject({
      fault: { code: 'packUnsigned' },
    });
  });
});

describe('flaws of a pack', () => {
  const birth = shipped.procedures.findIndex(({ code }) => code === '1.001193');
  const at = `procedures.${birth}`;

  it.each<[string, (pack: CataloguePack) => void, string]>([
    ['a code twice', (pack) => pack.procedures.push(pack.procedures[0]!), 'procedures.74.code:duplicateCode'],
    [
      'a term of 500 hours',
      (pack) => (pack.procedures[birth]!.term = { value: 400, unit: 'HOUR' }),
      `${at}.term.value:badTerm`,
    ],
    [
      'a cut-off for days',
      (pack) => (pack.procedures[birth]!.term = { value: 3, unit: 'DAY', cutoff: '15:00' }),
      `${at}.term.cutoff:badTerm`,
    ],
    ['two days of SAME_DAY', (pack) => (pack.procedures[birth]!.term.value = 2), `${at}.term.value:badTerm`],
    [
      'no unit',
      (pack) => Object.assign(pack.procedures[birth]!.term, { unit: 'WEEK' }),
      `${at}.term.unit:badValue`,
    ],
    [
      'an end before the beginning',
      (pack) => (pack.procedures[birth]!.effectiveTo = '2020-01-01'),
      `${at}.effectiveTo:badDates`,
    ],
    [
      'an impossible day',
      (pack) => (pack.procedures[birth]!.effectiveFrom = '2026-02-30'),
      `${at}.effectiveFrom:badValue`,
    ],
    [
      'a case with an unknown paper',
      (pack) => (pack.procedures[birth]!.cases[0]!.components = [99]),
      `${at}.cases.0.components.0:unknownComponent`,
    ],
    [
      'a case with an unknown fee',
      (pack) => (pack.procedures[birth]!.cases[0]!.fees = ['x']),
      `${at}.cases.0.fees.0:unknownFee`,
    ],
    ['no case', (pack) => (pack.procedures[birth]!.cases = []), `${at}.cases:badValue`],
    [
      '0 đ without a law',
      (pack) => (pack.procedures[birth]!.fees[0]!.note = ' '),
      `${at}.fees.0.amount:zeroWithoutLaw`,
    ],
    [
      'a negative fee',
      (pack) => (pack.procedures[birth]!.fees[0]!.amount = -1),
      `${at}.fees.0.amount:badValue`,
    ],
    ['half a fee', (pack) => (pack.procedures[birth]!.fees[0]!.amount = 0.5), `${at}.fees.0.amount:badValue`],
    [
      'a rule without rates',
      (pack) => (pack.procedures[birth]!.fees[0]!.rule = 'copyCertification'),
      `${at}.fees.0.rates:ratesMissing`,
    ],
    [
      'two fees of one id',
      (pack) => (pack.procedures[birth]!.fees[1]!.id = 'dang-ky-dung-han'),
      `${at}.fees.1:duplicateId`,
    ],
    [
      'an unknown form',
      (pack) => (pack.procedures[birth]!.fields = 'khac'),
      `${at}.fields:unknownFieldSchema`,
    ],
    [
      'a quantity from nowhere',
      (pack) => (pack.procedures[birth]!.fees[2]!.quantityFrom = 'khac'),
      `${at}.fees.2.quantityFrom:unknownAnswer`,
    ],
    [
      'an old code in force',
      (pack) => (pack.aliases = { '1.001193': '1.000656' }),
      'aliases.1.001193:aliasInUse',
    ],
    [
      'an alias to nothing',
      (pack) => (pack.aliases = { '1.999999': '1.999998' }),
      'aliases.1.999999:aliasUnknown',
    ],
    ['a malformed code', (pack) => (pack.procedures[birth]!.code = '1001193'), `${at}.code:badValue`],
    [
      'something unknown',
      (pack) => Object.assign(pack.procedures[birth]!, { template: '<b>' }),
      `${at}:unknownKey`,
    ],
    [
      'a running-away pattern',
      (pack) =>
        Object.assign(pack.fieldSchemas['khai-sinh']!.properties['childName']!, { pattern: '^(a+)+$' }),
      'fieldSchemas.khai-sinh.properties.childName.pattern:badValue',
    ],
    [
      'a text without a bound',
      (pack) =>
        Object.assign(pack.fieldSchemas['khai-sinh']!.properties['childName']!, { maxLength: undefined }),
      'fieldSchemas.khai-sinh.properties.childName:badValue',
    ],
    [
      'a requirement of nothing',
      (pack) => pack.fieldSchemas['khai-sinh']!.required.push('nothing'),
      'fieldSchemas.khai-sinh.required.9:badValue',
    ],
  ])('%s', (_, spoil, expected) => {
    const pack = copy();
    spoil(pack);
    const result = parseCataloguePack(JSON.stringify(pack));
    const found = result.ok ? [] : (result.fault.problems ?? []);
    expect(found.map(({ field, code }) => `${field}:${code}`)).toContain(expected);
    for (const language of ['vi', 'en'] as const)
      for (const { code } of found) expect(messagesIn(language).catalogue.problems).toHaveProperty(code);
  });

  it('a code may come again for another time', () => {
    const pack = copy();
    const one = pack.procedures[birth]!;
    pack.procedures.push({ ...one, effectiveFrom: '2027-03-01' });
    one.effectiveTo = '2027-02-28';
    expect(parseCataloguePack(JSON.stringify(pack)).ok).toBe(true);
  });
});
