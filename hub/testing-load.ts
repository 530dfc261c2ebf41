import { randomBytes } from 'node:crypto';
import { dossierId } from '../shared/dossier/id.ts';
import { guidedIntake } from '../shared/forms/testing-samples.ts';
import { toHex } from '../shared/journal/row.ts';
import type { Database } from './database.ts';
import { enrolOutside, found, makeChain, makeHand } from './testing-desk.ts';

/** Rows of one opening of a vault: a busy desk's day and more. */
const epochRows = 5_000;
const perDossier = 5;
/** Makes a row 1.5 KB; half of it does not compress, so that gzip is not flattered. */
const pad = (): string => randomBytes(550).toString('base64');

export interface LoadDesk {
  office: string;
  /**
   * Writes that many rows more; what pushes them, in the order they were written, and returns the milliseconds until the receipt. It
   * throws for a refusal.
   */
  prepare(rows: number): () => Promise<number>;
  /** Both at once. */
  push(rows: number): Promise<number>;
}

/** A desk that goes on for as long as a measurement: its rows are chained and signed as a vault's, its epochs follow each other. */
export const openLoadDesk = async (
  db: Database,
  url: string,
  office: string,
  number: number,
): Promise<LoadDesk> => {
  const clerk = makeHand();
  const outside = await enrolOutside(db, url, { office, desk: number });
  let chain = makeChain(clerk, { office, desk: number });
  found(chain, clerk);
  let sent = 0;
  let written = 0;
  let subject = '';
  const write = (): void => {
    const opens = written % perDossier === 0;
    if (opens) subject = dossierId(Date.now(), randomBytes(10));
    written += 1;
    if (opens)
      chain.add('intakeGuided', subject, { ...guidedIntake, components: [], fees: [], of: pad().slice(400) });
    else chain.add('paperPrinted', subject, { form: 'receipt', outcome: 'printed', copies: 2, of: pad() });
  };
  const nextEpoch = (): void => {
    const last = chain.hashes.at(-1);
    if (!last) throw new Error('load: an empty epoch');
    const parent = { epoch: chain.epoch, seq: chain.rows.length, hash: toHex(last) };
    chain = makeChain(clerk, { office, desk: number, parent });
    sent = 0;
  };
  const prepare = (rows: number): (() => Promise<number>) => {
    if (chain.rows.length >= epochRows) nextEpoch();
    while (chain.rows.length < sent + rows) write();
    const { claim, body } = outside.claimFor(chain, sent + 1, sent + rows);
    sent += rows;
    return async () => {
      const begun = performance.now();
      const answer = await outside.send(claim, body);
      const took = performance.now() - begun;
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      return took;
    };
  };
  return { office, prepare, push: (rows) => prepare(rows)() };
};
