import { createHash } from 'node:crypto';
import * as z from 'zod';
import keys from '../../assets/catalogue/keys.json' with { type: 'json' };
import { openPackEnvelope } from '../../shared/catalogue/pack.ts';
import { readClaim } from '../../shared/sync/claims.ts';
import { crypto } from '../crypto.ts';
import { inTransaction } from '../database.ts';
import type { Database } from '../database.ts';
import { confirmDesk, endDesk, issueCode, moveLane } from '../enrolment.ts';
import type { Lane } from '../enrolment.ts';
import { settleRefused } from '../exchange/queue.ts';
import { everyProcedure, setScope } from '../exchange/scope.ts';
import { accountRoles, removeAccount, roles, saveAccount, shortestPassword } from './accounts.ts';
import type { AccountRole, OperatorRole } from './accounts.ts';

/** What came of it; `code`: to be read to the desk's administrator, shown once. */
export interface Outcome {
  done:
    | 'codeIssued'
    | 'confirmed'
    | 'ended'
    | 'laneMoved'
    | 'published'
    | 'accountSaved'
    | 'accountRemoved'
    /** Nothing was changed, and why. */
    | 'noDesk'
    | 'otherFingerprint'
    | 'laneOfActiveDesk'
    | 'noLane'
    | 'packRefused'
    | 'packOlder'
    | 'noAccount'
    | 'exchangeSet'
    | 'exchangeAsItWas'
    | 'messageSettled'
    | 'noMessage'
    | 'ownAccount';
  code?: string;
}

/** Outcomes that changed something; a deed keeps its outcome as text. */
export const changing: ReadonlySet<string> = new Set<Outcome['done']>([
  'codeIssued',
  'confirmed',
  'ended',
  'laneMoved',
  'published',
  'accountSaved',
  'accountRemoved',
  'exchangeSet',
  'messageSettled',
]);

/** Whether it changed something: good news on the page, 0 to a shell. */
export const isChange = ({ done }: Outcome): boolean => changing.has(done);

const office = z.string().trim().min(1).max(35);
const desk = z.coerce.number().int().min(1).max(999);
const number = z.coerce.number().int().min(1).max(9_999);
const lane = { from: number, to: number };
const place = { office, desk };
const ordered = ({ from, to }: Lane): boolean => from <= to;
const packKinds = ['catalogue', 'calendar', 'forms'];

interface Doing {
  db: Database;
  operator: string;
  now: number;
}

interface Action<T> {
  role: OperatorRole;
  shape: z.ZodType<T>;
  run: (doing: Doing, wish: T) => Promise<Outcome>;
}

const action = <T>(role: OperatorRole, shape: z.ZodType<T>, run: Action<T>['run']) => ({
  role,
  /** Undefined: not what the action asks for. Otherwise does it, and writes down who did. */
  perform: async (name: string, doing: Doing, input: unknown): Promise<Outcome | undefined> => {
    const read = shape.safeParse(input);
    if (!read.success) return undefined;
    const outcome = await run(doing, read.data);
    // Neither a password nor a pack's text belongs in a list.
    const about = Object.fromEntries(
      Object.entries(read.data ?? {}).filter(([key]) => key !== 'password' && key !== 'text'),
    );
    await doing.db.query('INSERT INTO deed (at, operator, action, about) VALUES ($1, $2, $3, $4)', [
      doing.now,
      doing.operator,
      name,
      JSON.stringify({ ...about, done: outcome.done }),
    ]);
    return outcome;
  },
});

const publish = async ({ db, now }: Doing, text: string): Promise<Outcome> => {
  const opened = openPackEnvelope(text, packKinds, (bytes, signature, keyId) => {
    const key = keys.keys.find(({ id }) => id === keyId);
    return (
      key !== undefined && crypto.verify(key.publicKey, new Uint8Array(bytes), new Uint8Array(signature))
    );
  });
  const body = opened.ok
    ? readClaim(z.object({ id: z.string(), version: z.number().int() }), opened.value.bodyText)
    : undefined;
  if (!opened.ok || body?.version !== opened.value.version) return { done: 'packRefused' };
  const { kind } = opened.value;
  const { rowCount } = await db.query(
    `INSERT INTO pack (kind, id, version, sha256, text, published_at)
     SELECT $1, $2, $3, $4, $5, $6 WHERE NOT EXISTS (SELECT 1 FROM pack WHERE kind = $1 AND id = $2 AND version >= $3)`,
    [kind, body.id, body.version, createHash('sha256').update(text).digest('hex'), text, now],
  );
  return { done: rowCount === 1 ? 'published' : 'packOlder' };
};

/** Everything the province does to desks, packs and accounts: by the page, the API and `hub-admin` alike. */
export const actions = {
  issueCode: action(
    'operator',
    z.object({ ...place, ...lane, hours: z.coerce.number().int().min(1).max(72).default(8) }).refine(ordered),
    async ({ db, now }, { from, to, ...wish }) => ({
      done: 'codeIssued',
      code: await issueCode(db, { ...wish, lanes: [{ from, to }], now }),
    }),
  ),
  confirm: action(
    'operator',
    z.object({ ...place, fingerprint: z.string().max(60) }),
    async ({ db, now }, wish) => {
      const found = await confirmDesk(db, { ...wish, now });
      return { done: found === 'unknown' ? 'noDesk' : found };
    },
  ),
  /** A stolen PC, one that is retired, or one whose number and lanes go to another: then with the code for that one. */
  end: action(
    'operator',
    z.object({ ...place, why: z.enum(['stolen', 'retired', 'replaced']) }),
    async ({ db, now }, { why, ...wish }) => {
      const ended = await inTransaction(db, (on) => endDesk(on, wish.office, wish.desk, why));
      if (!ended) return { done: 'noDesk' };
      if (why !== 'replaced') return { done: 'ended' };
      return { done: 'ended', code: await issueCode(db, { ...wish, ...ended, hours: 8, now }) };
    },
  ),
  moveLane: action(
    'operator',
    z.object({ office, desk, ...lane, to_desk: desk }).refine(ordered),
    async ({ db }, { to_desk: toDesk, from, to, ...wish }) => ({
      done: await inTransaction(db, (on) => moveLane(on, { ...wish, toDesk, lane: { from, to } })),
    }),
  ),
  publish: action('admin', z.object({ text: z.string().max(20_000_000) }), (doing, { text }) =>
    publish(doing, text),
  ),
  saveAccount: action(
    'admin',
    z.object({
      name: z.string().trim().min(1).max(60),
      role: z.enum(accountRoles),
      password: z.string().min(shortestPassword).max(200),
    }),
    async ({ db }, wish) => {
      await saveAccount(db, wish);
      return { done: 'accountSaved' };
    },
  ),
  /** Off by default: the province's own system may report an office's dossiers already. */
  setExchange: action(
    'admin',
    z.object({
      office,
      procedure: z
        .string()
        .trim()
        .max(100)
        .transform((code) => code || everyProcedure),
      on: z.enum(['on', 'off']),
    }),
    async ({ db, now }, { on, ...wish }) => ({
      done: (await setScope(db, { ...wish, on: on === 'on', now })) ? 'exchangeSet' : 'exchangeAsItWas',
    }),
  ),
  settleMessage: action(
    'operator',
    z.object({ message: z.coerce.number().int().min(1), how: z.enum(['resend', 'drop']) }),
    async ({ db }, { message, how }) => ({
      done: (await settleRefused(db, message, how)) ? 'messageSettled' : 'noMessage',
    }),
  ),
  removeAccount: action(
    'admin',
    z.object({ name: z.string().max(60) }),
    async ({ db, operator }, { name }): Promise<Outcome> => {
      if (name === operator) return { done: 'ownAccount' };
      return { done: (await removeAccount(db, name)) ? 'accountRemoved' : 'noAccount' };
    },
  ),
};

export type ActionName = keyof typeof actions;
export const isAction = (name: string): name is ActionName => Object.hasOwn(actions, name);
export const mayDo = (role: AccountRole, name: ActionName): boolean =>
  role !== 'system' && roles.indexOf(role) >= roles.indexOf(actions[name].role);
