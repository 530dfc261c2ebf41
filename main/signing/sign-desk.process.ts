// The signing process: documents are read, written and judged here, so that a large or a hostile one neither holds up main nor
// takes it along. It has no key: each signature is asked of main, which asks the token.
import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import * as z from 'zod';
import { serve } from '../processes/serve.ts';
import type { Question } from '../processes/serve.ts';
import { SigningFault } from '../token/faults.ts';
import { VaultFault } from '../vault/faults.ts';
import { readLent } from '../vault/sealed-file.ts';
import { placeSignature } from './place.ts';
import { signPdf } from './pades.ts';
import { signRequestShape } from './protocol.ts';
import type { Paper, SignAnswers, SignRequest } from './protocol.ts';
import { lengthen } from './lengthen.ts';
import type { Trust } from './trust.ts';
import { verifyPdf } from './verify-pdf.ts';

const bytesShape = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** A view, no copy: a scan may have a hundred megabytes. */
const view = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const viewTrust = ({
  anchors,
  intermediates,
  lists,
  now,
}: Extract<SignRequest, { do: 'verify' }>['trust']): Trust => ({
  anchors: anchors.map(view),
  intermediates: intermediates.map(view),
  lists: lists.map(view),
  now,
});

/** A scan's size. What is larger is let go after use: memory is wanted on a 4 GB PC. */
const keptMost = 16 * 1024 * 1024;

/**
 * Kept from one document to the next: V8 answers megabytes asked for anew each time by looking through all of its memory, and forgets on the
 * way how it had made its code fast. Nobody has it while a document is in hand.
 */
let room: Buffer | undefined;

/** Works on a document, with the SHA-256 of it so far, which a signature goes on with. `bytes` are another's afterwards. */
const withPaper = async <T>(paper: Paper, use: (bytes: Buffer, digest: Hash) => Promise<T>): Promise<T> => {
  if (paper instanceof Uint8Array) {
    const bytes = view(paper);
    return use(bytes, createHash('sha256').update(bytes));
  }
  const mine = room;
  room = undefined;
  const { bytes, digest } = readLent(paper, mine);
  try {
    return await use(bytes, digest);
  } finally {
    const whole = Buffer.from(bytes.buffer);
    if (whole.length <= keptMost) room = whole;
  }
};

let face: Uint8Array | undefined;

const sign = async (
  { signer, look, at, reason, location, signerName }: Extract<SignRequest, { do: 'sign' }>,
  bytes: Buffer,
  digest: Hash,
  ask: Question,
): Promise<SignAnswers['sign']> => {
  if (!face) throw new Error('signing process: no face was given');
  const { picture, sealFollows = false, ...words } = look;
  const { added, field } = await signPdf(
    bytes,
    {
      ...signer,
      certificate: view(signer.certificate),
      chain: signer.chain.map(view),
      sign: async (message) => view(bytesShape.parse(await ask({ message }))),
    },
    {
      at,
      signerName,
      appearance: placeSignature({ ...words, sealFollows, ...(picture ? { picture } : {}) }, bytes),
      ...(reason === '' ? {} : { reason }),
      ...(location === '' ? {} : { location }),
    },
    face,
    digest,
  );
  return { added, field };
};

serve(
  async (message, ask): Promise<SignAnswers[keyof SignAnswers]> => {
    const request = signRequestShape.parse(message);
    switch (request.do) {
      case 'face':
        face = request.face;
        return null;
      case 'sign':
        return withPaper(request.pdf, (bytes, digest) => sign(request, bytes, digest, ask));
      case 'lengthen':
        return withPaper(request.pdf, (pdf) =>
          lengthen({ ...request, pdf, trust: viewTrust(request.trust) }),
        );
      case 'verify':
        return withPaper(request.pdf, (pdf) => verifyPdf(pdf, viewTrust(request.trust)));
    }
  },
  // What pdf-lib throws may quote the document: only its kind goes on.
  (error) =>
    error instanceof SigningFault || error instanceof VaultFault ? error : new SigningFault('pdfUnreadable'),
);
