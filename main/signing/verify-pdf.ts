import { createHash, X509Certificate } from 'node:crypto';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { standingOf } from '../../shared/signing/verdicts.ts';
import type {
  ChainVerdict,
  CoverageVerdict,
  IntegrityVerdict,
  RevocationVerdict,
} from '../../shared/signing/verdicts.ts';
import { namesOn } from './certificate-names.ts';
import { judgeChain } from './chain.ts';
import { readCms } from './cms.ts';
import type { CmsFlaw } from './cms.ts';
import { addsOnlySignatures } from './later-changes.ts';
import { openPdf } from './open-pdf.ts';
import { readProofs } from './proofs.ts';
import { hashSigned, readSignatures } from './read-signatures.ts';
import type { PdfSignature } from './read-signatures.ts';
import { judgeTimestamp } from './timestamp.ts';
import type { TimeReport } from './timestamp.ts';
import type { Trust } from './trust.ts';

/** Five questions, answered apart: a paper may be unaltered and its signer unknown, or the signer known and the list of the revoked stale. */
export interface SignatureVerdict extends TimeReport {
  readonly field: string;
  readonly signer:
    | {
        readonly name: string;
        readonly agency: string;
        readonly subject: string;
        readonly issuer: string;
        readonly serial: string;
        readonly fingerprint: string;
      }
    | undefined;
  readonly claimedAt: Date | undefined;
  readonly reason: string | undefined;
  readonly integrity: IntegrityVerdict;
  readonly flaw: CmsFlaw | 'range' | 'unreadable' | undefined;
  readonly coverage: CoverageVerdict;
  readonly chain: ChainVerdict;
  readonly revocation: RevocationVerdict;
  readonly revokedAt: Date | undefined;
  /** All well, revocation known. */
  readonly valid: boolean;
}

const coverageOf = async (
  bytes: Buffer,
  doc: PDFDocument,
  signature: PdfSignature,
): Promise<CoverageVerdict> => {
  if (!signature.isRangeSound) return 'unsound';
  if (signature.end === bytes.length) return 'whole';
  try {
    const before = await openPdf(bytes.subarray(0, signature.end), false);
    return addsOnlySignatures(before, doc) ? 'signaturesAdded' : 'contentChanged';
  } catch {
    // What was signed is no whole document: it was cut to fit.
    return 'unsound';
  }
};

const describeSigner = (der: Buffer): SignatureVerdict['signer'] => {
  const { subject, issuer, serialNumber } = new X509Certificate(der);
  const { name, agency } = namesOn(der);
  return {
    name,
    agency,
    subject,
    issuer,
    serial: serialNumber,
    fingerprint: createHash('sha256').update(der).digest('hex'),
  };
};

const judge = async (
  bytes: Buffer,
  doc: PDFDocument,
  one: PdfSignature,
  trust: Trust,
): Promise<SignatureVerdict> => {
  const { field, claimedAt, reason } = one;
  const coverage = await coverageOf(bytes, doc, one);
  let cms: ReturnType<typeof readCms>;
  try {
    cms = readCms(one.cms, (hash) => hashSigned(bytes, one, hash));
  } catch {
    const nobody = {
      signer: undefined,
      chain: 'untrusted',
      revocation: 'unknown',
      revokedAt: undefined,
    } as const;
    return {
      field,
      claimedAt,
      reason,
      integrity: 'broken',
      flaw: 'unreadable',
      coverage,
      ...nobody,
      time: 'none',
      provedAt: undefined,
      valid: false,
    };
  }
  const flaw = one.isRangeSound ? cms.flaw : 'range';
  const integrity = flaw === undefined ? 'intact' : 'broken';
  // What the document carries along helps to judge it, and is believed by its own signatures alone.
  const proofs = readProofs(doc);
  const others = [...cms.others, ...proofs.certificates];
  const time = await judgeTimestamp(cms.timestampToken, cms.signature, trust, proofs);
  // Only a proved time may stand in for today: the signer's own clock proves nothing.
  const standing = await judgeChain(
    cms.certificate,
    others,
    trust,
    time.provedAt ?? trust.now,
    'signing',
    proofs,
  );
  return {
    field,
    signer: describeSigner(cms.certificate),
    claimedAt,
    reason,
    integrity,
    flaw,
    coverage,
    ...standing,
    ...time,
    valid: standingOf({ integrity, coverage, ...standing, ...time }) === 'valid',
  };
};

/** Judges every signature of a PDF, offline, by the anchors and lists given. Throws a SigningFault when the file cannot be read. */
export const verifyPdf = async (bytes: Buffer, trust: Trust): Promise<SignatureVerdict[]> => {
  const doc = await openPdf(bytes, false);
  const verdicts: SignatureVerdict[] = [];
  for (const one of readSignatures(bytes, doc)) verdicts.push(await judge(bytes, doc, one, trust));
  return verdicts;
};
