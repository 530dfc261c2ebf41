import { createHash, randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import { PKIStatus, TimeStampResp, TSTInfo } from 'pkijs';
import { SigningFault } from '../token/faults.ts';
import { judgeChain } from './chain.ts';
import { oids } from './cades.ts';
import { readCms } from './cms.ts';
import {
  childrenOf,
  isTagged,
  nothing,
  octets,
  oid,
  positive,
  sequence,
  set,
  small,
  tagged,
  yes,
} from './der.ts';
import { openPdf } from './open-pdf.ts';
import { readSignatures } from './read-signatures.ts';
import type { TimeVerdict } from '../../shared/signing/verdicts.ts';
import type { RevocationData } from './revocation.ts';
import type { Trust } from './trust.ts';

const tstInfo = '1.2.840.113549.1.9.16.1.4';
const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** RFC 3161 request for a signature's own bytes. */
const buildRequest = (imprint: Buffer, nonce: Buffer): Buffer =>
  sequence(
    small(1),
    sequence(sequence(oid(oids.sha256), nothing()), octets(imprint)),
    positive(nonce),
    yes(),
  );

const readInfo = (
  token: Buffer,
): { info: TSTInfo; isSound: boolean; certificate: Buffer; others: readonly Buffer[] } => {
  const cms = readCms(token, () => Buffer.alloc(0));
  if (!cms.content || cms.contentType !== tstInfo) throw new Error('no time stamp token');
  const info = TSTInfo.fromBER(Uint8Array.from(cms.content).buffer);
  return { info, isSound: cms.flaw === undefined, certificate: cms.certificate, others: cms.others };
};

const isOver = (info: TSTInfo, signature: Buffer): boolean =>
  info.messageImprint.hashAlgorithm.algorithmId === oids.sha256 &&
  Buffer.from(info.messageImprint.hashedMessage.getValue()).equals(sha256(signature));

/** A government authority was measured at 2 to 131 seconds a call (domain.md §8): this is asked in the background alone. */
const patienceMs = 180_000;
/** Tokens are a few kilobytes. */
const limitBytes = 256 * 1024;

const post = async (url: string, body: Buffer, waitMs: number): Promise<ArrayBuffer> => {
  let answer: Response;
  let bytes: ArrayBuffer;
  try {
    answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: Uint8Array.from(body),
      redirect: 'error',
      signal: AbortSignal.timeout(waitMs),
    });
    bytes = await answer.arrayBuffer();
  } catch (error) {
    throw new SigningFault('tsaUnreachable', {}, error);
  }
  if (answer.status >= 500) throw new SigningFault('tsaUnreachable', { status: answer.status });
  if (!answer.ok || bytes.byteLength > limitBytes)
    throw new SigningFault('tsaRefused', { status: answer.status });
  return bytes;
};

export interface Stamp {
  /** DER of the token. */
  readonly token: Buffer;
  /** When the authority says it saw the signature. */
  readonly stampedAt: Date;
}

/** Asks a time stamp authority about a signature; an answer about anything else is refused. */
export const askTimestamp = async (signature: Buffer, url: string, waitMs = patienceMs): Promise<Stamp> => {
  // Positive and never shortened by DER.
  const nonce = Buffer.concat([Buffer.from([0x41]), randomBytes(8)]);
  const bytes = await post(url, buildRequest(sha256(signature), nonce), waitMs);
  let response: TimeStampResp;
  try {
    response = TimeStampResp.fromBER(bytes);
  } catch (error) {
    throw new SigningFault('tsaRefused', {}, error);
  }
  const { status } = response.status;
  if ((status !== PKIStatus.granted && status !== PKIStatus.grantedWithMods) || !response.timeStampToken)
    throw new SigningFault('tsaRefused', { status });
  const token = Buffer.from(response.timeStampToken.toSchema().toBER());
  let read: ReturnType<typeof readInfo>;
  try {
    read = readInfo(token);
  } catch (error) {
    throw new SigningFault('tsaMismatch', { what: 'token' }, error);
  }
  const echoed = read.info.nonce;
  const isOurs =
    echoed instanceof asn1js.Integer && Buffer.from(echoed.valueBlock.valueHexView).equals(nonce);
  if (!isOurs) throw new SigningFault('tsaMismatch', { what: 'nonce' });
  if (!isOver(read.info, signature)) throw new SigningFault('tsaMismatch', { what: 'imprint' });
  if (!read.isSound) throw new SigningFault('tsaMismatch', { what: 'signature' });
  return { token, stampedAt: read.info.genTime };
};

/** A CMS with the token among its unsigned attributes, in place of any token before: CAdES-T. */
export const withTimestamp = (cms: Buffer, token: Buffer): Buffer => {
  const [type, outer] = childrenOf(cms);
  const [data] = childrenOf(outer);
  const fields = childrenOf(data);
  const infos = fields.at(-1);
  const [info] = childrenOf(infos);
  if (!type || !info) throw new Error('no signature');
  const kept = childrenOf(info).filter((field) => !isTagged(field, 1));
  const stamped = sequence(...kept, tagged(1, sequence(oid(oids.timestampToken), set(token))));
  return sequence(type, tagged(0, sequence(...fields.slice(0, -1), set(stamped))));
};

/** Bytes that take the place of as many of a document's own, from `at` on. */
export interface Patch {
  readonly at: number;
  readonly bytes: Uint8Array;
}

/**
 * A time stamp for the last signature of a PDF, without the token that made it: its CMS lies outside what it signs. PAdES-B-T.
 * Under a later signature the bytes may not be touched any more.
 */
export const addTimestamp = async (
  pdf: Buffer,
  field: string,
  url: string,
  waitMs = patienceMs,
): Promise<{ patch: Patch; stampedAt: Date }> => {
  const found = readSignatures(pdf, await openPdf(pdf, false)).find((one) => one.field === field);
  if (!found?.isRangeSound) throw new SigningFault('pdfUnreadable');
  if (found.end !== pdf.length) throw new SigningFault('timestampTooLate');
  const { signature } = readCms(found.cms, () => Buffer.alloc(0));
  const { token, stampedAt } = await askTimestamp(signature, url, waitMs);
  const cms = withTimestamp(found.cms, token);
  const room = found.to - found.from - 2;
  if (cms.length * 2 > room) throw new SigningFault('signatureTooLong', { bytes: cms.length });
  const bytes = Buffer.from(cms.toString('hex').padEnd(room, '0'), 'latin1');
  return { patch: { at: found.from + 1, bytes }, stampedAt };
};

export interface TimeReport {
  readonly time: TimeVerdict;
  readonly provedAt: Date | undefined;
}

/** Judges a time stamp token over a signature's bytes. */
export const judgeTimestamp = async (
  token: Buffer | undefined,
  signature: Buffer,
  trust: Trust,
  embedded?: RevocationData,
): Promise<TimeReport> => {
  if (!token) return { time: 'none', provedAt: undefined };
  const failed = { time: 'failed', provedAt: undefined } as const;
  try {
    const { info, isSound, certificate, others } = readInfo(token);
    if (!isSound || !isOver(info, signature) || info.genTime > trust.now) return failed;
    const { chain, revocation } = await judgeChain(
      certificate,
      others,
      trust,
      info.genTime,
      'timestamping',
      embedded,
    );
    return chain === 'trusted' && revocation !== 'revoked'
      ? { time: 'proved', provedAt: info.genTime }
      : failed;
  } catch {
    return failed;
  }
};
