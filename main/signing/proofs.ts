import { PDFArray, PDFDict, PDFName, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { SigningFault } from '../token/faults.ts';
import { betweenOf, findPath, parseCertificate } from './chain.ts';
import { readCms } from './cms.ts';
import { fetchList, fetchAnswer } from './fetch-revocation.ts';
import { hasTable, openForSigning, openPdf } from './open-pdf.ts';
import { readSignatures } from './read-signatures.ts';
import { standingOf } from './revocation.ts';
import type { RevocationData } from './revocation.ts';
import type { Trust } from './trust.ts';

/** A document's own store of proofs (DSS, ISO 32000-2, 12.8.4.3): certificates, and what was said of them. */
export interface Proofs extends RevocationData {
  readonly certificates: readonly Buffer[];
}

const name = PDFName.of;
const keys = { certificates: 'Certs', lists: 'CRLs', answers: 'OCSPs' } as const;

const storeOf = (doc: PDFDocument): PDFDict | undefined => doc.catalog.lookupMaybe(name('DSS'), PDFDict);

/** The proofs a document carries; they are worth what their signatures are. */
export const readProofs = (doc: PDFDocument): Proofs => {
  const store = storeOf(doc);
  const read = (key: string): Buffer[] => {
    const items = store?.lookupMaybe(name(key), PDFArray);
    return Array.from({ length: items?.size() ?? 0 }, (_, at) => items?.lookup(at)).flatMap((item) =>
      item instanceof PDFRawStream ? [Buffer.from(decodePDFRawStream(item).decode())] : [],
    );
  };
  return { certificates: read(keys.certificates), lists: read(keys.lists), answers: read(keys.answers) };
};

/** Everything needed to judge one certificate later: its way to the anchor, and what each authority on it says today. */
const gather = async (
  leafDer: Buffer,
  others: readonly Buffer[],
  trust: Trust,
): Promise<{ proofs: Proofs; fetched: Buffer[] }> => {
  const { now } = trust;
  const path = await findPath(parseCertificate(leafDer), betweenOf(leafDer, others, trust), trust, now);
  if (!path) throw new SigningFault('proofsUnreachable', { what: 'chain' });
  const lists: Buffer[] = [];
  const answers: Buffer[] = [];
  const fetched: Buffer[] = [];
  for (const [place, certificate] of path.slice(0, -1).entries()) {
    const issuer = path[place + 1];
    if (!issuer) continue;
    const moment = { at: now, now };
    const kept = await standingOf(certificate, issuer, { lists: trust.lists, answers: [] }, moment);
    if (kept) {
      lists.push(kept.by);
      continue;
    }
    const answer = await fetchAnswer(certificate, issuer);
    if (answer && (await standingOf(certificate, issuer, { lists: [], answers: [answer] }, moment))) {
      answers.push(answer);
      continue;
    }
    const list = await fetchList(certificate);
    if (!list || !(await standingOf(certificate, issuer, { lists: [list], answers: [] }, moment)))
      throw new SigningFault('proofsUnreachable', { what: 'revocation' });
    lists.push(list);
    fetched.push(list);
  }
  const certificates = path.map((one) => Buffer.from(one.toSchema().toBER()));
  return { proofs: { certificates, lists, answers }, fetched };
};

const unique = (ders: readonly Buffer[]): Buffer[] => [
  ...new Map(ders.map((der) => [der.toString('base64'), der])).values(),
];

/** The store anew, what it held before among it: an update to come after the untouched bytes. */
const writeProofs = async (pdf: Buffer, added: readonly Proofs[]): Promise<Buffer> => {
  const doc = await openForSigning(pdf);
  const { context } = doc;
  const all = [readProofs(doc), ...added];
  const store = context.obj({ Type: 'DSS' });
  for (const [part, key] of Object.entries(keys)) {
    const ders = unique(
      all.flatMap((one) =>
        part === 'certificates' ? one.certificates : part === 'lists' ? one.lists : one.answers,
      ),
    );
    if (ders.length === 0) continue;
    store.set(name(key), context.obj(ders.map((der) => context.register(context.flateStream(der)))));
  }
  doc.catalog.set(name('DSS'), context.register(store));
  if (!context.snapshot) throw new Error('not opened for an incremental update');
  const update = await doc.saveIncremental(context.snapshot, { useObjectStreams: !hasTable(pdf) });
  return Buffer.from(update.buffer, update.byteOffset, update.byteLength);
};

/**
 * What is to be appended to a signed and time-stamped PDF of what its authorities say of revocation, for its signer and for the time stamper:
 * PAdES-B-LT. Needs no token. `fetched`: lists that were not at hand, for the next document. Throws proofsUnreachable: nothing is written
 * unless everything is known.
 */
export const addProofs = async (
  pdf: Buffer,
  field: string,
  trust: Trust,
): Promise<{ added: Buffer; fetched: Buffer[] }> => {
  const found = readSignatures(pdf, await openPdf(pdf, false)).find((one) => one.field === field);
  if (!found?.isRangeSound) throw new SigningFault('pdfUnreadable');
  const cms = readCms(found.cms, () => Buffer.alloc(0));
  const signers = [cms, ...(cms.timestampToken ? [readCms(cms.timestampToken, () => Buffer.alloc(0))] : [])];
  const gathered: Awaited<ReturnType<typeof gather>>[] = [];
  let lists = trust.lists;
  for (const { certificate, others } of signers) {
    const one = await gather(certificate, others, { ...trust, lists });
    gathered.push(one);
    lists = [...lists, ...one.fetched];
  }
  const added = await writeProofs(
    pdf,
    gathered.map(({ proofs }) => proofs),
  );
  return { added, fetched: gathered.flatMap(({ fetched }) => fetched) };
};
