import { createPrivateKey, createPublicKey, sign as signWithKey, X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { chainAbove } from '../signing/signer.ts';
import type { Signer } from '../signing/signer.ts';
import { SigningFault } from './faults.ts';

const { asn1, pkcs12, pki } = forge;

/** Real files are a few kilobytes. */
const limitBytes = 1024 * 1024;

const open = (bytes: Uint8Array, password: string): forge.pkcs12.Pkcs12Pfx => {
  if (bytes.length > limitBytes) throw new SigningFault('p12Unreadable');
  let parsed: forge.asn1.Asn1;
  try {
    parsed = asn1.fromDer(Buffer.from(bytes).toString('binary'), true);
  } catch (error) {
    throw new SigningFault('p12Unreadable', {}, error);
  }
  try {
    return pkcs12.pkcs12FromAsn1(parsed, true, password);
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    if (/password|MAC could not/i.test(text)) throw new SigningFault('p12WrongPassword', {}, error);
    // The seal has been proved above with the password in UTF-16, as PKCS#12 wants it; PBES2 wants UTF-8 and node-forge gives it
    // one string for both, so a password with diacritics decrypts to noise. The seal is left out for the second go.
    const [version, contents] = Array.isArray(parsed.value) ? parsed.value : [];
    if (!/[^ -~]/.test(password) || !version || !contents) throw new SigningFault('p12Unreadable', {}, error);
    parsed.value = [version, contents];
    try {
      return pkcs12.pkcs12FromAsn1(parsed, true, forge.util.encodeUtf8(password));
    } catch (again) {
      throw new SigningFault('p12Unreadable', {}, again);
    }
  }
};

const bagsOf = (pfx: forge.pkcs12.Pkcs12Pfx, bagType: string): forge.pkcs12.Bag[] =>
  pfx.getBags({ bagType })[bagType] ?? [];

const toDer = (node: forge.asn1.Asn1): Buffer => Buffer.from(asn1.toDer(node).getBytes(), 'binary');

/** node-forge leaves an elliptic key or certificate as the ASN.1 it could not read; Node reads both. */
const certificateOf = ({ cert, asn1: raw }: forge.pkcs12.Bag): Buffer =>
  toDer(cert ? pki.certificateToAsn1(cert) : raw);
const keyOf = ({ key, asn1: raw }: forge.pkcs12.Bag): Buffer =>
  toDer(key ? pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(key)) : raw);

/**
 * A PKCS#12 file as software token. No hardware guards its key and whoever copies the file can guess at the password for ever, so
 * it is marked wherever it is offered.
 */
export const openSoftwareToken = (bytes: Uint8Array, password: string): Signer => {
  const pfx = open(bytes, password);
  const [keyBag] = [
    ...bagsOf(pfx, pki.oids['pkcs8ShroudedKeyBag'] ?? ''),
    ...bagsOf(pfx, pki.oids['keyBag'] ?? ''),
  ];
  if (!keyBag) throw new SigningFault('p12NoKey');
  const key = createPrivateKey({ key: keyOf(keyBag), format: 'der', type: 'pkcs8' });
  const certificates = bagsOf(pfx, pki.oids['certBag'] ?? '').map(certificateOf);
  const publicKey = createPublicKey(key);
  const certificate = certificates.find((der) => new X509Certificate(der).publicKey.equals(publicKey));
  const kind = key.asymmetricKeyType === 'rsa' ? 'RSA' : key.asymmetricKeyType === 'ec' ? 'EC' : undefined;
  if (!certificate || !kind) throw new SigningFault('p12NoKey');
  return {
    certificate,
    chain: chainAbove(certificate, certificates),
    kind,
    software: true,
    sign: (message) => Promise.resolve(signWithKey('sha256', message, key)),
  };
};
