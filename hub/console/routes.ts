import cookie from '@fastify/cookie';
import formBody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { headerOf } from '../context.ts';
import type { HubContext } from '../context.ts';
import { sendPage } from '../pages/frame.ts';
import { nothing } from '../pages/html.ts';
import type { Html } from '../pages/html.ts';
import { Refused } from '../refused.ts';
import { findSession, listAccounts, signIn, signOut } from './accounts.ts';
import type { OperatorSession } from './accounts.ts';
import { actions, isAction, isChange, mayDo } from './actions.ts';
import type { Deed } from './deed-line.ts';
import { listDesks } from './desks.ts';
import { wordsIn } from './messages.ts';
import { consolePage, saidOf, signInPage } from './page.ts';
import { consolePath } from './view.ts';
import { listPacks } from '../packs.ts';
import { queueStanding } from '../exchange/queue.ts';
import { listScopes } from '../exchange/scope.ts';

const cookieName = 'hub_console';
const query = z.object({ lang: z.enum(['vi', 'en']).catch('vi') });
const credentials = z.object({ name: z.string().max(60), password: z.string().max(200) });
const formKeyOf = z.object({ formKey: z.string() }).catch({ formKey: '' });
/** A guess costs the hub a fifth of a second: ten a minute from one address. */
const guesses = { config: { rateLimit: { max: 10, timeWindow: 60_000 } } };

const recentDeeds = async ({ db }: HubContext) =>
  (await db.query<Deed>('SELECT at, operator, action, about FROM deed ORDER BY id DESC LIMIT 20')).rows;

/** The province's page and its API: the same accounts, roles and actions behind both. */
export const consoleRoutes = async (app: FastifyInstance, hub: HubContext): Promise<void> => {
  const { db, now, config } = hub;

  const apiSession = async (request: FastifyRequest): Promise<OperatorSession> => {
    const token = /^Bearer ([0-9a-f]{64})$/u.exec(headerOf(request, 'authorization'))?.[1] ?? '';
    const session = await findSession(db, token, now());
    if (!session) throw new Refused('sessionOver');
    if (session.role === 'system') throw new Refused('notAllowed');
    return session;
  };
  app.post('/v1/console/session', guesses, async (request) => {
    const read = credentials.safeParse(request.body);
    const token = read.success ? await signIn(db, read.data, now()) : undefined;
    if (token === undefined) throw new Refused('sessionOver');
    return { token };
  });
  app.get('/v1/console/desks', async (request) => {
    await apiSession(request);
    return { desks: await listDesks(db) };
  });
  app.post<{ Params: { action: string } }>(
    '/v1/console/:action',
    { bodyLimit: 64 * 1024 * 1024 },
    async (request) => {
      const { name, role } = await apiSession(request);
      const { action } = request.params;
      if (!isAction(action) || !mayDo(role, action)) throw new Refused('notAllowed');
      const outcome = await actions[action].perform(action, { db, operator: name, now: now() }, request.body);
      if (!outcome) throw new Refused('malformed');
      return outcome;
    },
  );

  await app.register(async (pages) => {
    await pages.register(cookie);
    await pages.register(formBody, { bodyLimit: 64 * 1024 * 1024 });
    const languageOf = (request: FastifyRequest): 'vi' | 'en' => query.parse(request.query).lang;
    const pageSession = async (request: FastifyRequest): Promise<OperatorSession | undefined> => {
      const session = await findSession(db, request.cookies[cookieName] ?? '', now());
      return session?.role === 'system' ? undefined : session;
    };
    const askIn = (reply: FastifyReply, request: FastifyRequest, said: Html, status = 200): FastifyReply =>
      sendPage(reply, signInPage(config.name, languageOf(request), said), status);
    const show = async (
      reply: FastifyReply,
      request: FastifyRequest,
      session: OperatorSession,
      said: Html,
      status = 200,
    ): Promise<FastifyReply> => {
      const view = {
        language: languageOf(request),
        province: config.name,
        now: now(),
        session,
        desks: await listDesks(db),
        packs: await listPacks(db),
        accounts: session.role === 'admin' ? await listAccounts(db) : [],
        exchange: { scopes: await listScopes(db), queue: await queueStanding(db) },
        deeds: await recentDeeds(hub),
        said,
      };
      return sendPage(reply, consolePage(view), status);
    };
    pages.setErrorHandler((error, request, reply) => {
      const say = wordsIn(languageOf(request));
      const isTooMany = error instanceof Refused && error.reason === 'tooMany';
      if (!isTooMany) request.log.error({ err: error }, 'request failed');
      return askIn(
        reply,
        request,
        saidOf(false, isTooMany ? say.tooMany : say.failed),
        isTooMany ? 429 : 503,
      );
    });

    pages.get(consolePath, async (request, reply) => {
      const session = await pageSession(request);
      return session ? show(reply, request, session, nothing) : askIn(reply, request, nothing);
    });
    pages.post(consolePath, guesses, async (request, reply) => {
      const read = credentials.safeParse(request.body);
      const token = read.success ? await signIn(db, read.data, now()) : undefined;
      if (token === undefined)
        return askIn(reply, request, saidOf(false, wordsIn(languageOf(request)).wrong), 403);
      return reply
        .setCookie(cookieName, token, {
          path: consolePath,
          httpOnly: true,
          sameSite: 'strict',
          secure: request.protocol === 'https',
        })
        .redirect(`${consolePath}?lang=${languageOf(request)}`, 303);
    });
    pages.post<{ Params: { action: string } }>(`${consolePath}/:action`, async (request, reply) => {
      const say = wordsIn(languageOf(request));
      const session = await pageSession(request);
      // Without the key of this very session's forms it is another site's form.
      if (!session || formKeyOf.parse(request.body).formKey !== session.formKey)
        return askIn(reply, request, saidOf(false, say.expired), 403);
      const { action } = request.params;
      if (action === 'signOut') {
        await signOut(db, request.cookies[cookieName] ?? '');
        return reply
          .clearCookie(cookieName, { path: consolePath })
          .redirect(`${consolePath}?lang=${languageOf(request)}`, 303);
      }
      if (!isAction(action) || !mayDo(session.role, action))
        return show(reply, request, session, saidOf(false, say.notAllowed), 403);
      const outcome = await actions[action].perform(
        action,
        { db, operator: session.name, now: now() },
        request.body,
      );
      if (!outcome) return show(reply, request, session, saidOf(false, say.malformed), 400);
      return show(reply, request, session, saidOf(isChange(outcome), say.done[outcome.done], outcome.code));
    });
  });
};
