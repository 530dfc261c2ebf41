import { execFileSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pkcs11js from 'pkcs11js';

export const softHsm =
  ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so'].find((path) => {
    try {
      readFileSync(path);
      return true;
    } catch {
      return false;
    }
  }) ?? '/usr/lib/softhsm/libsofthsm2.so';

/** Label → PIN. MOI-LAN holds the same key as alice's, but wants the PIN for each signature. */
export const tokenPins = { 'ALICE-RSA': '123456', 'BOB-EC': '48151623', 'MOI-LAN': '112233' } as const;

const labels = ['ALICE-RSA', 'BOB-EC', 'MOI-LAN'] as const;

export const writeSoftHsmConfig = (folder: string): string => {
  const path = join(folder, 'softhsm2.conf');
  writeFileSync(
    path,
    `directories.tokendir = ${join(folder, 'tokens')}\nobjectstore.backend = file\nlog.level = ERROR\nslots.removable = true\n`,
  );
  return path;
};

const number = (base64url: string | undefined): Buffer => Buffer.from(base64url ?? '', 'base64url');

const keyTemplate = (pem: string, id: Buffer, always: boolean): pkcs11js.Template => {
  const jwk = createPrivateKey(pem).export({ format: 'jwk' });
  const common: pkcs11js.Template = [
    { type: pkcs11js.CKA_CLASS, value: pkcs11js.CKO_PRIVATE_KEY },
    { type: pkcs11js.CKA_TOKEN, value: true },
    { type: pkcs11js.CKA_PRIVATE, value: true },
    { type: pkcs11js.CKA_SENSITIVE, value: true },
    { type: pkcs11js.CKA_SIGN, value: true },
    { type: pkcs11js.CKA_ID, value: id },
    { type: pkcs11js.CKA_ALWAYS_AUTHENTICATE, value: always },
  ];
  if (jwk.kty === 'EC')
    return [
      ...common,
      { type: pkcs11js.CKA_KEY_TYPE, value: pkcs11js.CKK_EC },
      // OID prime256v1.
      { type: pkcs11js.CKA_EC_PARAMS, value: Buffer.from('06082a8648ce3d030107', 'hex') },
      { type: pkcs11js.CKA_VALUE, value: number(jwk.d) },
    ];
  return [
    ...common,
    { type: pkcs11js.CKA_KEY_TYPE, value: pkcs11js.CKK_RSA },
    { type: pkcs11js.CKA_MODULUS, value: number(jwk.n) },
    { type: pkcs11js.CKA_PUBLIC_EXPONENT, value: number(jwk.e) },
    { type: pkcs11js.CKA_PRIVATE_EXPONENT, value: number(jwk.d) },
    { type: pkcs11js.CKA_PRIME_1, value: number(jwk.p) },
    { type: pkcs11js.CKA_PRIME_2, value: number(jwk.q) },
    { type: pkcs11js.CKA_EXPONENT_1, value: number(jwk.dp) },
    { type: pkcs11js.CKA_EXPONENT_2, value: number(jwk.dq) },
    { type: pkcs11js.CKA_COEFFICIENT, value: number(jwk.qi) },
  ];
};

const certificateTemplate = (der: Buffer, id: Buffer): pkcs11js.Template => [
  { type: pkcs11js.CKA_CLASS, value: pkcs11js.CKO_CERTIFICATE },
  { type: pkcs11js.CKA_CERTIFICATE_TYPE, value: pkcs11js.CKC_X_509 },
  { type: pkcs11js.CKA_TOKEN, value: true },
  { type: pkcs11js.CKA_ID, value: id },
  // PKCS#11 requires one; nobody reads it here.
  { type: pkcs11js.CKA_SUBJECT, value: Buffer.from(new X509Certificate(der).subject) },
  { type: pkcs11js.CKA_VALUE, value: der },
];

/** Makes the tokens in `folder`/tokens out of the keys beside them. Sets SOFTHSM2_CONF for this process while it works. */
export const writeTokens = (folder: string): void => {
  mkdirSync(join(folder, 'tokens'));
  const before = process.env['SOFTHSM2_CONF'];
  process.env['SOFTHSM2_CONF'] = writeSoftHsmConfig(folder);
  for (const [label, pin] of Object.entries(tokenPins))
    execFileSync(
      'softhsm2-util',
      ['--init-token', '--free', '--label', label, '--so-pin', '87654321', '--pin', pin],
      { stdio: 'pipe' },
    );
  const cryptoki = new pkcs11js.PKCS11();
  cryptoki.load(softHsm);
  cryptoki.C_Initialize();
  const read = (name: string): Buffer => readFileSync(join(folder, name));
  const holders = { 'ALICE-RSA': 'alice', 'BOB-EC': 'bob', 'MOI-LAN': 'alice' } as const;
  for (const slot of cryptoki.C_GetSlotList(true)) {
    const label = cryptoki.C_GetTokenInfo(slot).label.trim();
    const known = labels.find((one) => one === label);
    if (!known) continue;
    const session = cryptoki.C_OpenSession(slot, pkcs11js.CKF_SERIAL_SESSION | pkcs11js.CKF_RW_SESSION);
    cryptoki.C_Login(session, pkcs11js.CKU_USER, tokenPins[known]);
    const id = Buffer.from('a1', 'hex');
    cryptoki.C_CreateObject(
      session,
      keyTemplate(read(`${holders[known]}.key`).toString(), id, known === 'MOI-LAN'),
    );
    cryptoki.C_CreateObject(session, certificateTemplate(read(`${holders[known]}.der`), id));
    cryptoki.C_CreateObject(session, certificateTemplate(read('sub.der'), Buffer.from('c1', 'hex')));
    cryptoki.C_CloseSession(session);
  }
  cryptoki.C_Finalize();
  cryptoki.close();
  if (before === undefined) delete process.env['SOFTHSM2_CONF'];
  else process.env['SOFTHSM2_CONF'] = before;
};
