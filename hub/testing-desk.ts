import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import * as z from 'zod';
import { commitmentOf, fromHex, genesisHash, rowHash, signedMessage, toHex } from '../shared/journal/row.ts';
import type { Bytes, RowHeader } from '../shared/journal/row.ts';
import { fingerprintOf, signedText } from '../shared/sync/claims.ts';
import type { BatchClaim, Signed } from '../shared/sync/claims.ts';
import { feedPage, feedStart } from '../shared/sync/feed.ts';
import type { Cursor, FeedEntry } from '../shared/sync/feed.ts';
import {
  challenge,
  claimHeader,
  enrolAnswer,
  sessionAnswer,
  signatureHeader,
} from '../shared/sync/messages.ts';
import { writeSentRow } from '../shared/sync/wire.ts';
import type { SentRow } from '../shared/sync/wire.ts';
import { crypto } from './crypto.ts';
import type { Database } from './database.ts';
import { confirmDesk, issueCode } from './enrolment.ts';

interface Hand {
  key: string;
  sign(message: Uint8Array): Bytes;
}

const rawKey = (key: KeyObject): string =>
  key.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');

export const makeHand = (): Hand => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { key: rawKey(publicKey), sign: (message) => new Uint8Array(sign(null, message, privateKey)) };
};

/** A chain as a desk's vault writes it, made here from the specification alone (docs/journal.md). */
export interface Chain {
  epoch: string;
  rows: SentRow[];
  hashes: Bytes[];
  previous: string;
  add(type: string, subject: string, payload: unknown, signer?: Hand): SentRow;
}

export const sampleOffice = 'H55.242';

export const makeChain = (
  clerk: Hand,
  place: {
    office?: string;
    desk?: number;
    epoch?: string;
    parent?: { epoch: string; seq: number; hash: string } | null;
  } = {},
): Chain => {
  const { office = sampleOffice, desk = 1, epoch = randomBytes(16).toString('hex'), parent = null } = place;
  const chain: Chain = {
    epoch,
    rows: [],
    hashes: [],
    previous: parent?.hash ?? toHex(genesisHash),
    add: (type, subject, payload, signer = clerk) => {
      const header = {
        id: randomUUID(),
        type,
        v: 1,
        subject,
        office,
        desk,
        epoch,
        seq: chain.rows.length + 1,
        clerk: 'clerk-1',
        role: 'reception',
        at: 1_795_000_000_000,
        recordedAt: 1_795_000_000_000,
        clock: 'ok',
        rules: { catalogue: 'a', calendar: 'b', forms: 'c' },
      } satisfies RowHeader;
      const text = JSON.stringify(header);
      const body = JSON.stringify(payload);
      const salt = new Uint8Array(randomBytes(16));
      const hash = rowHash(
        crypto,
        chain.hashes.at(-1) ?? fromHex(chain.previous),
        text,
        commitmentOf(crypto, salt, body),
      );
      const row: SentRow = { header: text, payload: body, salt, signature: signer.sign(signedMessage(hash)) };
      chain.rows.push(row);
      chain.hashes.push(hash);
      return row;
    },
  };
  chain.add('epochOpened', 'office', { parent, application: 'test' });
  return chain;
};

/** The founding row, without which no clerk is known. */
export const found = (chain: Chain, clerk: Hand, trial = false): SentRow =>
  chain.add('officeFounded', 'office', { trial, founder: { id: 'clerk-1', publicKey: clerk.key } });

export interface Answer {
  status: number;
  body: unknown;
}

export interface Outside {
  key: Hand;
  token: string;
  certificate: Signed;
  claimFor(chain: Chain, first: number, last: number): { claim: BatchClaim; body: Buffer };
  headersFor(claim: BatchClaim, by?: Hand): Record<string, string>;
  send(claim: BatchClaim, body: Buffer, by?: Hand): Promise<Answer>;
  push(chain: Chain, first?: number, last?: number): Promise<Answer>;
  feed(from?: Cursor, wait?: number): Promise<{ entries: FeedEntry[]; end: Cursor }>;
  signIn(deskTime?: number): Promise<Answer>;
}

export const post = async (url: string, body: unknown): Promise<Answer> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
};

const digest = (body: Buffer): string => createHash('sha256').update(body).digest('hex');

/** A desk that speaks to a hub by the documented messages and nothing else. */
export const enrolOutside = async (
  db: Database,
  url: string,
  {
    office = sampleOffice,
    desk = 1,
    confirm = true,
    key = makeHand(),
  }: { office?: string; desk?: number; confirm?: boolean; key?: Hand } = {},
): Promise<Outside> => {
  const lane = { from: desk * 1000, to: desk * 1000 + 999 };
  const code = await issueCode(db, { office, desk, lanes: [lane], hours: 8, now: Date.now() });
  const text = JSON.stringify({
    code,
    office,
    desk,
    name: `Quầy ${desk}`,
    key: key.key,
    lanes: [lane],
    application: 'test',
  });
  const enrolled = await post(`${url}/v1/enrol`, {
    text,
    signature: toHex(key.sign(signedText('enrolment', text))),
  });
  const { certificate } = enrolAnswer.parse(enrolled.body);
  const { hub } = z.object({ hub: z.string() }).parse(await (await fetch(`${url}/v1/hub`)).json());
  if (confirm)
    await confirmDesk(db, { office, desk, fingerprint: fingerprintOf(crypto, key.key), now: Date.now() });
  const outside: Outside = {
    key,
    token: '',
    certificate,
    claimFor: (chain, first, last) => {
      const body = gzipSync(
        chain.rows
          .slice(first - 1, last)
          .map((row) => `${writeSentRow(row)}\n`)
          .join(''),
      );
      const hashAt = (seq: number): string => {
        const hash = chain.hashes[seq - 1];
        return hash ? toHex(hash) : chain.previous;
      };
      const claim = {
        hub,
        office,
        desk,
        epoch: chain.epoch,
        first,
        last,
        previous: hashAt(first - 1),
        hash: hashAt(last),
        digest: digest(body),
      };
      return { claim, body };
    },
    headersFor: (claim, by = key) => {
      const said = JSON.stringify(claim);
      return {
        'content-type': 'application/x-ndjson',
        authorization: `Bearer ${outside.token}`,
        [claimHeader]: Buffer.from(said).toString('base64'),
        [signatureHeader]: toHex(by.sign(signedText('batch', said))),
      };
    },
    send: async (claim, body, by = key) => {
      const answer = await fetch(`${url}/v1/push`, {
        method: 'POST',
        headers: outside.headersFor(claim, by),
        body: new Uint8Array(body),
      });
      return { status: answer.status, body: await answer.json() };
    },
    push: (chain, first = 1, last = chain.rows.length) => {
      const { claim, body } = outside.claimFor(chain, first, last);
      return outside.send(claim, body);
    },
    feed: async (from = feedStart, wait = 0) => {
      const answer = await fetch(`${url}/v1/feed?after=${from.position}&hash=${from.hash}&wait=${wait}`, {
        headers: { authorization: `Bearer ${outside.token}` },
      });
      const page = feedPage.parse(await answer.json());
      if ('rewind' in page) throw new Error(`rewind to ${page.rewind.position}`);
      return page;
    },
    signIn: async (deskTime = Date.now()) => {
      const asked = challenge.parse((await post(`${url}/v1/challenge`, {})).body);
      const claim = JSON.stringify({ ...asked, office, desk });
      const answer = await post(`${url}/v1/session`, {
        claim: { text: claim, signature: toHex(key.sign(signedText('session', claim))) },
        certificate,
        deskTime,
        application: 'test',
        waiting: 0,
        oldestWaitingAt: null,
      });
      if (answer.status === 200) outside.token = sessionAnswer.parse(answer.body).token;
      return answer;
    },
  };
  await outside.signIn();
  return outside;
};
