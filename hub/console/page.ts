import { formatDateTime } from '../../shared/calendar/vietnam-time.ts';
import { messagesIn } from '../../shared/messages/index.ts';
import { html, nothing } from '../pages/html.ts';
import type { Html } from '../pages/html.ts';
import type { Page } from '../pages/frame.ts';
import type { OperatorSession } from './accounts.ts';
import { deedLine } from './deed-line.ts';
import type { DeskStanding } from './desks.ts';
import { wordsIn } from './messages.ts';
import type { ConsoleWords } from './messages.ts';
import { exchangeSection } from './exchange-section.ts';
import { allForms, settlingOf } from './forms.ts';
import { consolePath } from './view.ts';
import type { ConsoleView, Language } from './view.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** What an engineer should look at: an hour of silence, a clock two minutes off, a tenth of the disk, two days without a backup. */
const alarms = { silentMs: hourMs, clockMs: 2 * minuteMs, diskShare: 0.1, backupMs: 2 * dayMs };

const ageOf = (ms: number, say: ConsoleWords): string => {
  if (ms < hourMs) return say.minutes(Math.floor(ms / minuteMs));
  return ms < 2 * dayMs ? say.hours(Math.floor(ms / hourMs)) : say.days(Math.floor(ms / dayMs));
};

const marked = (text: string, isAlarm: boolean): Html =>
  isAlarm ? html`<span class="alarm">${text}</span>` : html`${text}`;

const agoOf = (at: number | null, now: number, limit: number, say: ConsoleWords): Html =>
  at === null ? marked(say.never, limit < Infinity) : marked(say.ago(ageOf(now - at, say)), now - at > limit);

const clockOf = (offset: number | null, say: ConsoleWords): Html => {
  if (offset === null) return html`${say.never}`;
  if (Math.abs(offset) <= alarms.clockMs) return html`${say.clockRight}`;
  const age = ageOf(Math.abs(offset), say);
  return marked(offset > 0 ? say.ahead(age) : say.behind(age), true);
};

const diskOf = ({ diskFree, diskSize }: DeskStanding, say: ConsoleWords): Html => {
  if (diskFree === null) return html`${say.never}`;
  const free = say.gigabytes((diskFree / 1e9).toFixed(1));
  return marked(free, diskSize !== null && diskFree < diskSize * alarms.diskShare);
};

/** A vault put back is told; one at work in two places, or rewritten, is looked at. */
const branchesOf = ({ forks, branches, copied }: DeskStanding, say: ConsoleWords): Html => {
  const told = [
    ...(copied ? [marked(say.copied, true)] : []),
    ...(forks > 0 ? [marked(say.rewritten(forks), true)] : []),
    ...(branches > 0 && !copied ? [html`${say.restored(branches)}`] : []),
  ];
  return told.length === 0 ? html`0` : html`${told}`;
};

const rowOf = (desk: DeskStanding, { now }: ConsoleView, say: ConsoleWords): Html => {
  const { waiting, waitingSince, filesWaiting } = desk;
  const state = desk.state === 'revoked' ? (desk.ended ?? 'revoked') : desk.state;
  const isAtWork = desk.state !== 'revoked';
  return html`<tr>
    <th scope="row">${say.deskName(desk.office, desk.desk)}<small>${desk.name}</small></th>
    <td>${marked(say.state[state], desk.state === 'pending')}<small>${desk.fingerprint}</small></td>
    <td>${desk.lanes.map(({ from, to }) => `${from}–${to}`).join(', ')}</td>
    <td>${desk.application}</td>
    <td>${agoOf(desk.seenAt, now, isAtWork ? alarms.silentMs : Infinity, say)}</td>
    <td>${clockOf(desk.clockOffset, say)}</td>
    <td>
      ${say.rows(waiting)}${waitingSince === null || waiting === 0 ? nothing : html`<small>${say.oldest(ageOf(now - waitingSince, say))}</small>`}${filesWaiting > 0 ? html`<small>${say.files(filesWaiting)}</small>` : nothing}
    </td>
    <td class="number">${marked(String(desk.aside), desk.aside > 0)}</td>
    <td class="number">${branchesOf(desk, say)}</td>
    <td class="number">${diskOf(desk, say)}</td>
    <td>${agoOf(desk.backupAt, now, isAtWork ? alarms.backupMs : Infinity, say)}</td>
  </tr>`;
};

const deskTable = (view: ConsoleView, say: ConsoleWords): Html => {
  if (view.desks.length === 0) return html`<p>${say.noDesks}</p>`;
  const { columns } = say;
  const numbers = new Set([columns.aside, columns.forks, columns.disk]);
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="desks">
    <table>
      <thead>
        <tr>
          ${Object.values(columns).map((name) => (numbers.has(name) ? html`<th scope="col" class="number">${name}</th>` : html`<th scope="col">${name}</th>`))}
        </tr>
      </thead>
      <tbody>
        ${view.desks.map((desk) => rowOf(desk, view, say))}
      </tbody>
    </table>
  </div>`;
};

const listOf = (id: string, title: string, lines: readonly Html[]): Html =>
  lines.length === 0
    ? nothing
    : html`<h2 id="${id}">${title}</h2>
        <ul>
          ${lines.map((line) => html`<li>${line}</li>`)}
        </ul>`;

const headOf = (province: string, language: Language, session: OperatorSession | undefined): Html => {
  const say = wordsIn(language);
  const other = language === 'vi' ? 'en' : 'vi';
  return html`<header>
    <p>${province}</p>
    <p><a href="${consolePath}?lang=${other}" lang="${other}" hreflang="${other}">${say.other}</a></p>
    ${
      session
        ? html`<form method="post" action="${consolePath}/signOut?lang=${language}">
            <input type="hidden" name="formKey" value="${session.formKey}" />
            <p>${session.name} (${say.roles[session.role]}) <button class="plain">${say.signOut}</button></p>
          </form>`
        : nothing
    }
  </header>`;
};

export const saidOf = (isGood: boolean, text: string, code = ''): Html =>
  html`<section class="answer ${isGood ? 'good' : 'bad'}" role="status">
    <p>${text}</p>
    ${code === '' ? nothing : html`<p class="code">${code}</p>`}
  </section>`;

export const consolePage = (view: ConsoleView): Page => {
  const { language, province, session } = view;
  const say = wordsIn(language);
  const { calendar } = messagesIn(language);
  return {
    language,
    title: say.title,
    wide: true,
    body: html`${headOf(province, language, session)}
      <main>
        <h1>${say.title}</h1>
        ${view.said}
        <h2 id="desks">${say.desks}</h2>
        ${deskTable(view, say)} ${exchangeSection(view.exchange, language, settlingOf(view, say))}
        ${session.role === 'viewer' ? nothing : html`<h2>${say.actions}</h2>`} ${allForms(view, say)}
        ${listOf(
          'packs',
          say.packs,
          view.packs.map(
            ({ kind, id, version, publishedAt }) =>
              html`${say.pack(kind, id, version)}, ${formatDateTime(publishedAt, calendar)}`,
          ),
        )}
        ${listOf(
          'accounts',
          say.accounts,
          view.accounts.map(({ name, role }) => html`${name}: ${say.roles[role]}`),
        )}
        ${listOf(
          'deeds',
          say.deeds,
          view.deeds.map((deed) => deedLine(deed, language)),
        )}
      </main>`,
  };
};

export const signInPage = (province: string, language: Language, said: Html): Page => {
  const say = wordsIn(language);
  return {
    language,
    title: say.title,
    body: html`${headOf(province, language, undefined)}
      <main>
        <h1>${say.title}</h1>
        ${said}
        <form method="post" action="${consolePath}?lang=${language}">
          <label for="name">${say.name}</label
          ><input id="name" name="name" required maxlength="60" autocomplete="username" />
          <label for="password">${say.password}</label
          ><input
            id="password"
            name="password"
            type="password"
            required
            maxlength="200"
            autocomplete="current-password"
          />
          <button>${say.signIn}</button>
        </form>
      </main>`,
  };
};
