import { X509Certificate } from 'node:crypto';

/** Who signs: a key on a token, or one in a PKCS#12 file. */
export interface Signer {
  /** DER. */
  readonly certificate: Buffer;
  /** DER of what stands between the certificate and a root, where the token holds it. Never an anchor of trust. */
  readonly chain: readonly Buffer[];
  readonly kind: 'RSA' | 'EC';
  /** A key in a file: the papers it signs say so. */
  readonly software: boolean;
  /** The signature over SHA-256 of the bytes as CMS carries it: RSA PKCS#1 v1.5, or ECDSA in DER. */
  sign(message: Buffer): Promise<Buffer>;
}

/** Those of `others` that lead up from `certificate`, roots left out: whoever checks must have his own. */
export const chainAbove = (certificate: Buffer, others: readonly Buffer[]): Buffer[] => {
  const chain: Buffer[] = [];
  let below = new X509Certificate(certificate);
  const left = others.map((der) => ({ der, x509: new X509Certificate(der) }));
  for (;;) {
    const at = left.findIndex(
      ({ x509 }) => x509.subject !== x509.issuer && below.checkIssued(x509) && below.verify(x509.publicKey),
    );
    const [above] = at < 0 ? [] : left.splice(at, 1);
    if (!above) return chain;
    chain.push(above.der);
    below = above.x509;
  }
};

const derInteger = (digits: Buffer): Buffer => {
  let from = 0;
  while (from < digits.length - 1 && digits[from] === 0) from++;
  const trimmed = digits.subarray(from);
  const body = (trimmed[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), trimmed]) : trimmed;
  return Buffer.concat([Buffer.from([0x02, body.length]), body]);
};

/** Tokens give r‖s (IEEE P1363), CMS wants SEQUENCE { r, s }. Curves up to P-521: lengths fit in two bytes. */
export const ecdsaToDer = (raw: Buffer): Buffer => {
  const half = raw.length / 2;
  const body = Buffer.concat([derInteger(raw.subarray(0, half)), derInteger(raw.subarray(half))]);
  const head = body.length < 128 ? [0x30, body.length] : [0x30, 0x81, body.length];
  return Buffer.concat([Buffer.from(head), body]);
};
