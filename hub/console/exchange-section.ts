import { formatDateTime } from '../../shared/calendar/vietnam-time.ts';
import { messagesIn } from '../../shared/messages/index.ts';
import type { QueueStanding } from '../exchange/queue.ts';
import { everyProcedure } from '../exchange/scope.ts';
import type { Scope } from '../exchange/scope.ts';
import { html, nothing } from '../pages/html.ts';
import type { Html } from '../pages/html.ts';
import { wordsIn } from './messages.ts';

export interface ExchangeView {
  scopes: readonly Scope[];
  queue: QueueStanding;
}

/** Where the national exchange is on, what waits for it, and what it refused; `settling`: what a person may do about one message. */
export const exchangeSection = (
  { scopes, queue }: ExchangeView,
  language: 'vi' | 'en',
  settling: (id: number) => Html,
): Html => {
  const say = wordsIn(language).exchange;
  const { calendar } = messagesIn(language);
  const since = (at: number): string => formatDateTime(at, calendar);
  return html`<h2 id="exchange">${say.title}</h2>
    <p>
      ${say.standing(queue.waiting, queue.sent)}
      ${queue.oldestAt === null ? nothing : html` ${say.oldest(since(queue.oldestAt))}`}
    </p>
    <ul>
      ${
        scopes.length === 0
          ? html`<li>${say.off}</li>`
          : scopes.map(
              ({ office, procedure, since: from }) =>
                html`<li>
                  ${say.scope(office, procedure === everyProcedure ? say.every : procedure, since(from))}
                </li>`,
            )
      }
    </ul>
    ${
      queue.refused.length === 0
        ? nothing
        : html`<h3>${say.refused}</h3>
            <ul class="cards">
              ${queue.refused.map(
                ({ id, code, office, kind, reason, queuedAt }) =>
                  html`<li>
                    ${say.message(id)}: ${office}, ${code}, ${kind === 'record' ? say.record : say.progress},
                    ${since(queuedAt)}.
                    <span class="alarm">${say.reasons[reason] ?? reason}</span>
                    ${settling(id)}
                  </li>`,
              )}
            </ul>`
    }`;
};
