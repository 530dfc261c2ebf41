import { randomUUID } from 'node:crypto';
import { plainDossier } from '../../shared/forms/testing-samples.ts';
import type { TestHub } from '../testing.ts';
import { enrolOutside, found, makeChain, makeHand } from '../testing-desk.ts';

const day = 86_400_000;

/** What every act says of itself. */
const acted = (at: number) => ({
  command: randomUUID(),
  at,
  businessDay: '2026-11-29',
  desk: 1,
  clerkName: 'Cán bộ Mẫu',
});

export interface Life {
  dossier: string;
  code: string;
}

/** Dossiers of one office that are accepted, handed over, solved and returned, as a desk pushes them; they follow each other act by act. */
export const pushLives = async (
  hub: TestHub,
  office: string,
  count: number,
  file?: { hash: string; size: number; name: string; mime: string },
): Promise<Life[]> => {
  const clerk = makeHand();
  const desk = await enrolOutside(hub.db, hub.hub.url, { office });
  const chain = makeChain(clerk, { office });
  found(chain, clerk);
  const lives = Array.from({ length: count }, (_, at) => ({
    dossier: randomUUID(),
    code: `${office}-261129-${String(at + 1).padStart(4, '0')}`,
  }));
  const at = plainDossier.receivedAt;
  const holder = { unit: 'Phòng Mẫu', person: '' };
  const components = plainDossier.components.map((one, place) =>
    place === 0 && file ? { ...one, files: [file] } : one,
  );
  for (const { dossier, code } of lives)
    chain.add('dossierAccepted', dossier, { ...plainDossier, code, key: '', components });
  for (const { dossier } of lives)
    chain.add('handedOver', dossier, {
      ...acted(at + day),
      from: null,
      to: holder,
      batch: '',
      slip: { number: 1, year: 2026 },
      step: 1,
      note: '',
    });
  for (const { dossier } of lives)
    chain.add('resultArrived', dossier, {
      ...acted(at + 2 * day),
      approved: true,
      number: '12/KQ',
      date: '2026-11-29',
      summary: '',
      signer: '',
      files: file ? [file] : [],
      replaces: null,
    });
  for (const { dossier } of lives)
    chain.add('resultReturned', dossier, {
      ...acted(at + 3 * day),
      to: { kind: 'owner', name: 'Chủ Hồ Sơ Mẫu' },
      way: 'counter',
      shown: { by: 'receipt', keyMatched: true },
      originals: [],
      kept: '',
      signature: null,
      satisfaction: null,
    });
  await desk.push(chain);
  const rows = chain.rows.length;
  while ((await desk.feed()).entries.length < rows) await desk.feed(undefined, 1);
  return lives;
};
