import formBody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { formatDateTime } from '../shared/calendar/vietnam-time.ts';
import { readReceiptScan } from '../shared/forms/receipt-scan.ts';
import { messagesIn } from '../shared/messages/index.ts';
import type { HubContext } from './context.ts';
import { lookUp } from './lookup.ts';
import type { LookedUp } from './lookup.ts';
import { wordsIn } from './messages.ts';
import { sendPage, stylePath } from './pages/frame.ts';
import type { Page } from './pages/frame.ts';
import { html, nothing } from './pages/html.ts';
import type { Html } from './pages/html.ts';
import { style } from './pages/style.ts';
import { Refused } from './refused.ts';

const path = '/tra-cuu';
const scriptPath = `${path}/scan.js`;
/** A QR's key stands in the fragment, which never reaches a server's logs: sent from there in the body of a request. */
const script = `
const send = () => {
  const scan = location.hash.slice(1);
  if (scan === '') return;
  history.replaceState(null, '', location.pathname + location.search);
  document.getElementById('scan').value = decodeURIComponent(scan);
  document.getElementById('ask').submit();
};
addEventListener('hashchange', send);
send();
`;

type Language = 'vi' | 'en';
const query = z.object({ lang: z.enum(['vi', 'en']).catch('vi') });
const typed = z.object({ scan: z.string().max(200) });

const answer = (kind: 'good' | 'bad' | '', first: string, rest: Html): Html =>
  html`<section class="answer ${kind}" role="status">
    <p>${first}</p>
    ${rest}
  </section>`;

const answerOf = (found: LookedUp, language: Language): Html => {
  const say = wordsIn(language).lookup;
  const call = found.phone === '' ? say.numberOnPaper : `${found.phone}.`;
  switch (found.kind) {
    case 'notYet':
      return answer('good', say.notYet(call), nothing);
    case 'otherKey':
      return answer('bad', say.otherKey, html`<p>${say.otherKeyNext(call)}</p>`);
    case 'unknown':
      return answer('bad', say.unknown, html`<p>${say.unknownNext(call)}</p>`);
    case 'found': {
      const { calendar } = messagesIn(language);
      const line = (name: string, value: string): Html =>
        value === ''
          ? nothing
          : html`<dt>${name}</dt>
              <dd>${value}</dd>`;
      return answer(
        found.business === 'resultReady' || found.business === 'returned' ? 'good' : '',
        say.state[found.business],
        html`<dl>
          ${line(say.code, found.code)}${line(say.procedure, found.procedure ?? '')}${line(
            say.received,
            formatDateTime(found.receivedAt, calendar),
          )}${line(say.due, formatDateTime(found.dueAt, calendar))}${line(say.office, found.office)}${line(say.phone, found.phone)}
        </dl>`,
      );
    }
  }
};

const pageOf = (province: string, language: Language, scan: string, said: Html): Page => {
  const say = wordsIn(language).lookup;
  const other = language === 'vi' ? 'en' : 'vi';
  return {
    language,
    title: say.title,
    script: scriptPath,
    body: html`<header>
        <p>${province}</p>
        <p><a href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${say.other}</a></p>
      </header>
      <main>
        <h1>${say.title}</h1>
        ${said}
        <form id="ask" method="post" action="${path}?lang=${language}">
          <label for="scan">${say.label}</label>
          <input
            id="scan"
            name="scan"
            value="${scan}"
            required
            maxlength="200"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            aria-describedby="hint"
          />
          <p class="hint" id="hint">${say.hint}</p>
          <button>${say.ask}</button>
        </form>
      </main>
      <footer><p>${say.privacy}</p></footer>`,
  };
};

/** The citizen's page: a code or a receipt in, where the dossier stands out. Works without script; told in the body, never in an address. */
export const lookupRoutes = async (app: FastifyInstance, hub: HubContext): Promise<void> => {
  app.get(stylePath, (_request, reply) =>
    reply.header('cache-control', 'max-age=86400').type('text/css; charset=utf-8').send(style),
  );
  await app.register(async (pages) => {
    await pages.register(formBody, { bodyLimit: 4_096 });
    const { name } = hub.config;
    pages.setErrorHandler((error, request, reply) => {
      const { lang } = query.parse(request.query);
      const say = wordsIn(lang).lookup;
      const isTooMany = error instanceof Refused && error.reason === 'tooMany';
      if (!isTooMany) request.log.error({ err: error }, 'request failed');
      const said = isTooMany
        ? answer('bad', say.tooMany, html`<p>${say.tooManyNext}</p>`)
        : answer('bad', say.failed, html`<p>${say.failedNext}</p>`);
      return sendPage(reply, pageOf(name, lang, '', said), isTooMany ? 429 : 503);
    });
    pages.get(scriptPath, (_request, reply) =>
      reply.header('cache-control', 'max-age=86400').type('text/javascript; charset=utf-8').send(script),
    );
    pages.get(path, (request, reply) =>
      sendPage(reply, pageOf(name, query.parse(request.query).lang, '', nothing)),
    );
    pages.post(path, { config: { rateLimit: { max: 30, timeWindow: 60_000 } } }, async (request, reply) => {
      const { lang } = query.parse(request.query);
      const say = wordsIn(lang).lookup;
      const read = typed.safeParse(request.body);
      const scan = read.success ? readReceiptScan(read.data.scan) : null;
      const said = scan
        ? answerOf(await lookUp(hub.db, scan), lang)
        : answer('bad', say.unreadable, html`<p>${say.unreadableNext}</p>`);
      // The key is not written back: the page may be left open.
      return sendPage(reply, pageOf(name, lang, scan?.code ?? '', said));
    });
  });
};
