import { formatDateTime } from '../../shared/calendar/vietnam-time.ts';
import { messagesIn } from '../../shared/messages/index.ts';
import { everyProcedure } from '../exchange/scope.ts';
import { html, nothing } from '../pages/html.ts';
import type { Html } from '../pages/html.ts';
import { changing, isAction } from './actions.ts';
import { wordsIn } from './messages.ts';
import type { ConsoleWords } from './messages.ts';
import type { Language } from './view.ts';

/** What somebody did at the console or with hub-admin. */
export interface Deed {
  at: number;
  operator: string;
  action: string;
  /** What was asked for, and `done`: what came of it. */
  about: Readonly<Record<string, string | number>>;
}

const valueOf = (name: string, value: string | number, say: ConsoleWords): string => {
  const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    why: say.why,
    role: say.roles,
    on: say.on,
    how: say.how,
    procedure: { [everyProcedure]: say.exchange.every },
  };
  return choices[name]?.[value] ?? String(value);
};

/** Who did what to which desk, dossier or account, and whether anything came of it. */
export const deedLine = ({ at, operator, action, about }: Deed, language: Language): Html => {
  const say = wordsIn(language);
  const { done = '', office, desk, from, to, message, ...rest } = about;
  const parts = [
    ...(office === undefined
      ? []
      : [desk === undefined ? String(office) : say.deskName(String(office), Number(desk))]),
    ...(from === undefined ? [] : [`${from}–${to ?? ''}`]),
    ...(message === undefined ? [] : [say.exchange.message(Number(message))]),
    ...Object.entries(rest).map(([name, value]) =>
      name === 'to_desk'
        ? `${say.toDesk} ${value}`
        : name === 'hours'
          ? say.hours(Number(value))
          : valueOf(name, value, say),
    ),
  ];
  const told: Readonly<Record<string, string>> = say.done;
  return html`${formatDateTime(at, messagesIn(language).calendar)}, ${operator}:
  ${isAction(action) ? say.forms[action].title : action}. ${parts.join(', ')}
  ${changing.has(String(done)) ? nothing : html`<span class="alarm">${told[done] ?? done}</span>`}`;
};
