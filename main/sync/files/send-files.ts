import { DetailedError, Upload } from 'tus-js-client';
import type { HttpResponse } from 'tus-js-client';
import { fileReceiptClaim, openSigned, signed } from '../../../shared/sync/claims.ts';
import type { Signed } from '../../../shared/sync/claims.ts';
import {
  claimHeader,
  fileLimits,
  filesAnswer,
  refused,
  signatureHeader,
} from '../../../shared/sync/messages.ts';
import type { Places } from '../../desk/desk.ts';
import { chainCrypto } from '../../journal/chain-crypto.ts';
import { readAttachment } from '../../vault/attachments.ts';
import { lightTransaction } from '../../vault/database.ts';
import type { ReadableDatabase, WritableDatabase } from '../../vault/database.ts';
import type { Enrolment } from '../enrolment.ts';
import { lineFaultOf } from '../line-fault.ts';
import { HubRefusal, LineFault, askHub } from '../reach.ts';
import type { Reach } from '../reach.ts';
import { reachStack } from './reach-stack.ts';
import { uploadSource } from './upload-source.ts';
import { waitingFiles } from './waiting-files.ts';
import type { WaitingFile } from './waiting-files.ts';

/** What one request carries: a line of 64 kbit/s needs half a minute for it, and rows never wait longer. */
const pieceBytes = 256 * 1024;
/** Small files go side by side, together no more than one piece; twice as much after each group the line has carried so soon that nobody waits. */
const together = { most: 2 * pieceBytes, soonMs: 1_000 };
const noBytes = Buffer.alloc(0);

/** Where files lie here, and who is asked for them. */
export interface FetchPart {
  folder: Places['data'];
  databaseKey: Uint8Array;
  reach: Reach;
  enrolment: Enrolment;
  token: string;
  signal: AbortSignal;
}

export interface FilesPart extends FetchPart {
  db: WritableDatabase;
  /** Another piece of a file has come through. */
  carried: () => void;
  /** More files are the province's. */
  told: () => void;
  /** Resolves when no row waits to be sent. */
  rowsFirst: () => Promise<void>;
  /** Files cut off in the one request that both announces and carries them, by hash: they are announced first from then on, and none of their bytes is sent twice. */
  cutOff: Set<string>;
}

const uploadUrl = (db: ReadableDatabase, hash: string): string | undefined =>
  db.prepare('SELECT url FROM upload WHERE hash = ?').get<{ url: string }>([hash])?.url;

const noteUrl = (db: WritableDatabase, hash: string, url: string): void => {
  db.prepare('INSERT OR REPLACE INTO upload (hash, url) VALUES (?, ?)').run([hash, url]);
};

const forgetUrl = (db: WritableDatabase, hash: string): void => {
  db.prepare('DELETE FROM upload WHERE hash = ?').run([hash]);
};

/** The hub's refusal, or that there is no line. */
const faultOf = (error: Error): Error => {
  const body = error instanceof DetailedError ? error.originalResponse?.getBody() : undefined;
  if (body === undefined)
    return lineFaultOf(error instanceof DetailedError && error.causingError ? error.causingError : error);
  try {
    return new HubRefusal(refused.parse(JSON.parse(body)).refused);
  } catch {
    return new LineFault('notHub', error);
  }
};

/** The hub's word, which comes with its answer to a file's last bytes; undefined where something on the way took it off. */
const receiptIn = (answer: HttpResponse): Signed | undefined => {
  const text = Buffer.from(answer.getHeader(claimHeader) ?? '', 'base64').toString('utf8');
  return signed.safeParse({ text, signature: answer.getHeader(signatureHeader) }).data;
};

/** Uploads one file, from where the last try was cut. */
const upload = async (part: FilesPart, { hash, size }: WaitingFile): Promise<Signed | undefined> => {
  const { db, folder, databaseKey, reach, enrolment, token, rowsFirst, cutOff, signal } = part;
  const known = uploadUrl(db, hash);
  const inOne = known === undefined && size <= pieceBytes && !cutOff.has(hash);
  const source = uploadSource(readAttachment(folder, databaseKey, hash), size);
  try {
    const receipt = await new Promise<Signed | undefined>((resolve, reject) => {
      const sending = new Upload(noBytes, {
        // The bytes come from the vault, piece by piece.
        fileReader: { openFile: () => Promise.resolve(source) },
        endpoint: `${enrolment.url}/v1/uploads`,
        ...(known === undefined ? {} : { uploadUrl: known }),
        uploadSize: size,
        uploadDataDuringCreation: inOne,
        chunkSize: pieceBytes,
        metadata: { sha256: hash },
        headers: { authorization: `Bearer ${token}` },
        httpStack: reachStack(reach, rowsFirst, signal),
        // Waiting between tries is the line's own affair.
        retryDelays: null,
        storeFingerprintForResuming: false,
        onUploadUrlAvailable: () => {
          if (sending.url !== null && !inOne) noteUrl(db, hash, sending.url);
        },
        onChunkComplete: () => part.carried(),
        onSuccess: ({ lastResponse }) => resolve(receiptIn(lastResponse)),
        onError: (error) => reject(faultOf(error)),
      });
      sending.start();
    });
    if (!inOne) forgetUrl(db, hash);
    return receipt;
  } catch (error) {
    // The hub no longer knows the upload, or what it was given is not the file: the next try begins anew.
    if (error instanceof HubRefusal) forgetUrl(db, hash);
    else if (inOne) cutOff.add(hash);
    throw error;
  } finally {
    source.close();
  }
};

/** The hub's word for a file. */
interface Receipted {
  file: WaitingFile;
  receipt: Signed;
}

/**
 * Keeps the hub's word for files, once it is proved to be the hub's and about them. What a power cut takes of it the hub says again when it
 * is asked: nobody waits for the disk.
 */
const keepReceipts = ({ db, enrolment }: FilesPart, receipted: readonly Receipted[]): void => {
  if (receipted.length === 0) return;
  for (const { file, receipt } of receipted) {
    const said = openSigned(chainCrypto, 'file', fileReceiptClaim, enrolment.hubKey, receipt);
    if (said?.sha256 !== file.hash || said.size !== file.size) throw new LineFault('notHub');
  }
  lightTransaction(db, () => {
    for (const { file, receipt } of receipted)
      db.prepare('INSERT OR REPLACE INTO file_receipt (hash, text, signature) VALUES (?, ?, ?)').run([
        file.hash,
        receipt.text,
        receipt.signature,
      ]);
  });
};

/** What the hub says of these files; the receipts of those it holds are kept. Returns those it wants. */
const askFor = async (part: FilesPart, files: readonly WaitingFile[]): Promise<WaitingFile[]> => {
  const { reach, enrolment, token, signal } = part;
  const answer = await askHub(reach, `${enrolment.url}/v1/files`, filesAnswer, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ hashes: files.map(({ hash }) => hash) }),
    signal,
  });
  const byHash = new Map(files.map((file) => [file.hash, file]));
  const known = answer.files.flatMap(({ sha256, state, receipt }) => {
    const file = byHash.get(sha256);
    return file ? [{ file, state, receipt }] : [];
  });
  keepReceipts(
    part,
    known.flatMap(({ file, state, receipt }) => (state === 'held' && receipt ? [{ file, receipt }] : [])),
  );
  return known.flatMap(({ file, state }) => (state === 'wanted' ? [file] : []));
};

/** Sends files side by side and keeps the hub's word for them; what went wrong with one of them each. */
const sendGroup = async (part: FilesPart, group: readonly WaitingFile[]): Promise<unknown[]> => {
  const receipted: Receipted[] = [];
  const ends = await Promise.allSettled(
    group.map(async (file) => {
      const receipt = await upload(part, file);
      if (receipt) receipted.push({ file, receipt });
      else await askFor(part, [file]);
    }),
  );
  keepReceipts(part, receipted);
  part.told();
  return ends.flatMap((end): unknown[] => (end.status === 'rejected' ? [end.reason] : []));
};

/** The next files, as many as fill `room` bytes; one at least. */
const groupFrom = (files: readonly WaitingFile[], at: number, room: number): WaitingFile[] => {
  let end = at;
  for (let bytes = 0; end < files.length; end += 1) {
    bytes += files[end]?.size ?? 0;
    if (bytes > room && end > at) break;
  }
  return files.slice(at, end);
};

/** Brings every attachment the hub wants to it and keeps its word for each. A file it refuses holds up none behind it; the first refusal is thrown at the end. */
export const sendFiles = async (part: FilesPart): Promise<void> => {
  const files = waitingFiles(part.db, fileLimits.asked);
  if (files.length === 0) return;
  let refusal: HubRefusal | undefined;
  const wanted = await askFor(part, files);
  let room = pieceBytes;
  for (let at = 0; at < wanted.length;) {
    const group = groupFrom(wanted, at, room);
    const begun = performance.now();
    for (const error of await sendGroup(part, group)) {
      if (!(error instanceof HubRefusal) || error.reason === 'sessionOver') throw error;
      refusal ??= error;
    }
    at += group.length;
    room = performance.now() - begun < together.soonMs ? Math.min(room * 2, together.most) : pieceBytes;
  }
  if (refusal) throw refusal;
};
