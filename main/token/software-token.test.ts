import { verify, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { testPki } from '../signing/testing-pki.ts';
import { openSoftwareToken } from './software-token.ts';

const pki = testPki();
const message = Buffer.from('nội dung');

describe('a PKCS#12 file as token', () => {
  it.each(['alice', 'bob'])('%s: as OpenSSL 3 writes it, Vietnamese password', async (name) => {
    const signer = openSoftwareToken(readFileSync(pki.file(`${name}.p12`)), 'mật khẩu');
    expect(signer.software).toBe(true);
    expect(signer.certificate.equals(readFileSync(pki.file(`${name}.der`)))).toBe(true);
    expect(signer.chain.map((der) => der.equals(readFileSync(pki.file('sub.der'))))).toEqual([true]);
    const { publicKey } = new X509Certificate(signer.certificate);
    expect(verify('sha256', message, publicKey, await signer.sign(message))).toBe(true);
  });

  it('refuses with the reason', () => {
    const bytes = readFileSync(pki.file('alice.p12'));
    const refusal = (file: Uint8Array, password: string): unknown => {
      try {
        return openSoftwareToken(file, password);
      } catch (error) {
        return error;
      }
    };
    expect(refusal(bytes, 'sai')).toMatchObject({ code: 'p12WrongPassword' });
    expect(refusal(bytes.subarray(0, 900), 'mật khẩu')).toMatchObject({ code: 'p12Unreadable' });
    expect(refusal(Buffer.from('không phải'), 'x')).toMatchObject({ code: 'p12Unreadable' });
  });
});
