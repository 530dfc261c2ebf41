// The signing process: documents are read, written and judged here, so that a large or a hostile one neither holds up main nor
// takes it along. It has no key: each signature is asked of main, which asks the token.
import * as z from 'zod';
import { serve } from '../processes/serve.ts';
import type { Question } from '../processes/serve.ts';
import { SigningFault } from '../token/faults.ts';
import { placeSignature } from './place.ts';
import { signPdf } from './pades.ts';
import { signRequestShape } from './protocol.ts';
import type { SignAnswers, SignRequest } from './protocol.ts';
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

let face: Uint8Array | undefined;

const sign = async (
  { pdf, signer, look, at, reason, location, signerName }: Extract<SignRequest, { do: 'sign' }>,
  ask: Question,
): Promise<SignAnswers['sign']> => {
  if (!face) throw new Error('signing process: no face was given');
  const { place, heading, lines, picture } = look;
  const { added, field } = await signPdf(
    view(pdf),
    {
      ...signer,
      certificate: view(signer.certificate),
      chain: signer.chain.map(view),
      sign: async (message) => view(bytesShape.parse(await ask({ message }))),
    },
    {
      at,
      signerName,
      appearance: placeSignature({ place, heading, lines, ...(picture ? { picture } : {}) }, pdf),
      ...(reason === '' ? {} : { reason }),
      ...(location === '' ? {} : { location }),
    },
    face,
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
        return sign(request, ask);
      case 'lengthen':
        return lengthen({ ...request, pdf: view(request.pdf), trust: viewTrust(request.trust) });
      case 'verify':
        return verifyPdf(view(request.pdf), viewTrust(request.trust));
    }
  },
  // What pdf-lib throws may quote the document: only its kind goes on.
  (error) => (error instanceof SigningFault ? error : new SigningFault('pdfUnreadable')),
);
