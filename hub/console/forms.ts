import { html, nothing } from '../pages/html.ts';
import type { Html } from '../pages/html.ts';
import { actions, isAction, mayDo } from './actions.ts';
import type { ActionName } from './actions.ts';
import type { ConsoleWords } from './messages.ts';
import { consolePath } from './view.ts';
import type { ConsoleView } from './view.ts';

interface Field {
  name: string;
  label: string;
  kind?: 'number' | 'password' | 'area' | { readonly [value: string]: string };
  value?: string;
  /** May be left empty. */
  isOptional?: boolean;
  /** Needs the whole line. */
  isLong?: boolean;
}

const fieldOf = (
  form: string,
  { name, label, kind, value = '', isOptional = false, isLong = false }: Field,
): Html => {
  const id = `${form}-${name}`;
  const input =
    kind === 'area'
      ? html`<textarea id="${id}" name="${name}" required spellcheck="false"></textarea>`
      : typeof kind === 'object'
        ? html`<select id="${id}" name="${name}">
            ${Object.entries(kind).map(([key, word]) => html`<option value="${key}">${word}</option>`)}
          </select>`
        : html`<input
            id="${id}"
            name="${name}"
            value="${value}"
            ${isOptional ? nothing : html` required`}
            autocomplete="off"
            ${kind === 'number' ? html` inputmode="numeric" pattern="[0-9]+"` : nothing}${kind === 'password' ? html` type="password" minlength="12"` : nothing}
          />`;
  return html`<div${isLong ? html` class="long"` : nothing}><label for="${id}">${label}</label>${input}</div>`;
};

const formOf = (name: ActionName, view: ConsoleView, say: ConsoleWords, fields: readonly Field[]): Html => {
  if (!mayDo(view.session.role, name)) return nothing;
  const { title, button } = say.forms[name];
  return html`<form class="card" method="post" action="${consolePath}/${name}?lang=${view.language}">
<h3>${title}</h3>
<input type="hidden" name="formKey" value="${view.session.formKey}">
<div class="fields">${fields.map((field) => fieldOf(name, field))}</div>
<button${name === 'end' || name === 'removeAccount' ? html` class="grave"` : nothing}>${button}</button>
</form>`;
};

/** One button a way of settling it, on the message itself. */
export const settlingOf =
  ({ session, language }: ConsoleView, say: ConsoleWords) =>
  (id: number): Html =>
    mayDo(session.role, 'settleMessage')
      ? html`<form class="ways" method="post" action="${consolePath}/settleMessage?lang=${language}">
          <input type="hidden" name="formKey" value="${session.formKey}" />
          <input type="hidden" name="message" value="${id}" />
          ${Object.entries(say.how).map(
            ([how, words]) =>
              html`<button
                name="how"
                value="${how}"
                ${how === 'drop' ? html` class="grave"` : nothing}
                aria-label="${words}: ${say.exchange.message(id)}"
              >
                ${words}
              </button>`,
          )}
        </form>`
      : nothing;

/** All but what is done to a thing on the page itself. */
type FormName = Exclude<ActionName, 'settleMessage'>;
const isForm = (name: string): name is FormName => isAction(name) && name !== 'settleMessage';

export const allForms = (view: ConsoleView, say: ConsoleWords): Html => {
  const office: Field = { name: 'office', label: say.office };
  const desk: Field = { name: 'desk', label: say.desk, kind: 'number' };
  const lane: Field[] = [
    { name: 'from', label: say.from, kind: 'number' },
    { name: 'to', label: say.to, kind: 'number' },
  ];
  const account: Field = { name: 'name', label: say.name };
  const { fields } = say;
  const byName: Record<FormName, Field[]> = {
    issueCode: [office, desk, ...lane, { name: 'hours', label: fields.hours, kind: 'number', value: '8' }],
    confirm: [office, desk, { name: 'fingerprint', label: fields.fingerprint, isLong: true }],
    end: [office, desk, { name: 'why', label: fields.why, kind: say.why }],
    moveLane: [office, desk, ...lane, { name: 'to_desk', label: say.toDesk, kind: 'number' }],
    publish: [{ name: 'text', label: fields.text, kind: 'area' }],
    saveAccount: [
      account,
      { name: 'role', label: fields.role, kind: say.roles },
      { name: 'password', label: say.password, kind: 'password' },
    ],
    setExchange: [
      office,
      { name: 'procedure', label: fields.procedure, isOptional: true, isLong: true },
      { name: 'on', label: fields.on, kind: say.on },
    ],
    removeAccount: [account],
  };
  const names = Object.keys(actions).filter(isForm);
  return html`<div class="forms">${names.map((name) => formOf(name, view, say, byName[name]))}</div>`;
};
