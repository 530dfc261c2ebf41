import * as z from 'zod';
import type { PaperValue } from '../../shared/forms/values.ts';
import type { WrittenRow } from './testing-account.ts';

/** What each paper of a life must say, read from the journal's own bytes and put into words here, not by the product's own functions. */

/** Every text a paper was given. */
export const textsOf = (value: PaperValue): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((one: PaperValue) => textsOf(one));
};

const text = z.string();
const count = z.number();

/** "16.000 đ" */
export const dong = (amount: unknown): string => `${count.parse(amount).toLocaleString('de-DE')} đ`;

/** "15 giờ 40 phút … 23/11/2026" at UTC+7, which has had no other time since 1975. */
const momentOf = (instant: unknown): string[] => {
  const there = new Date(count.parse(instant) + 7 * 3_600_000);
  return [
    `${there.getUTCHours()} giờ ${String(there.getUTCMinutes()).padStart(2, '0')} phút`,
    `${there.getUTCDate()}/${there.getUTCMonth() + 1}/${there.getUTCFullYear()}`,
  ];
};

const dayOf = (day: unknown): string =>
  text
    .parse(day)
    .split('-')
    .reverse()
    .map((part) => String(Number(part)))
    .join('/');

const numbered = (series: string, of: unknown): string => {
  const { number, year } = z.looseObject({ number: count, year: count }).parse(of);
  return `${series}-${String(number).padStart(4, '0')}/${year}`;
};

const names = (list: unknown): string[] =>
  z
    .array(z.looseObject({ name: text }))
    .parse(list)
    .map(({ name }) => name);

const who = z.looseObject({ name: text });
const holder = z.looseObject({ unit: text });
const due = z.looseObject({ dueAt: count });

/** By form and event as `papersOf` names them. */
export const saidByPaper = (rows: readonly WrittenRow[]): Map<string, string[]> => {
  const papers = new Map<string, string[]>();
  const opening = rows[0]?.payload ?? {};
  const code = text.parse(opening['code']);
  papers.set('receipt ', [
    code,
    who.parse(opening['owner']).name,
    ...momentOf(opening.receivedAt),
    ...momentOf(due.parse(opening['deadline']).dueAt),
    text.parse(opening['clerkName']),
  ]);
  let slip: string[] = [];
  let result: string[] = [];
  const moved: string[] = [];
  const receipts = new Map<string, unknown>();
  for (const { type, payload } of rows)
    if (type === 'feeReceiptRecorded') receipts.set(text.parse(payload['payment']), payload['receipt']);
  for (const { id, type, payload: of } of rows.slice(1)) {
    const add = (form: string, ...said: string[]): void => {
      papers.set(`${form} ${id}`, [code, ...said]);
    };
    const official = z
      .looseObject({ series: text, number: text })
      .nullish()
      .parse(receipts.get(id) ?? of['receipt']);
    const money = () => [
      dong(of.amount),
      text.parse(of['clerkName']),
      ...momentOf(of.at),
      ...(official ? [official.series, official.number] : []),
    ];
    switch (type) {
      case 'supplementsRequested':
        add(
          'supplements',
          numbered('02', of),
          `lần thứ ${String(of['round'])}`,
          ...names(of['missing']),
          ...momentOf(of.at),
          ...momentOf(of['dueAt']),
          text.parse(of['clerkName']),
        );
        break;
      case 'handedOver':
        // One slip follows the dossier and is named by its last hand-over.
        for (const key of papers.keys()) if (key.startsWith('control ')) papers.delete(key);
        slip = [numbered('06', of['slip'])];
        moved.push(holder.parse(of.to).unit, ...momentOf(of.at));
        add('control', ...slip, ...moved);
        break;
      case 'deadlineExtended':
        add(
          'extension',
          numbered('04', of),
          text.parse(of['reason']),
          text.parse(of['signer']),
          ...momentOf(of['dueBefore']),
          ...momentOf(due.parse(of['deadline']).dueAt),
        );
        break;
      case 'processingStopped':
        add(
          'stop',
          numbered('05', of),
          text.parse(of['reason']),
          text.parse(of['basis']),
          text.parse(of['signer']),
        );
        break;
      case 'feeCollected':
        add('cash', numbered('PT', of), ...money());
        break;
      case 'transferMatched':
        add('cash', text.parse(of['reference']), dayOf(of['bankDate']), ...money());
        break;
      case 'dossierWithdrawn':
        add('withdrawal', text.parse(of['reason']), ...names(of.originals), who.parse(of.to).name);
        break;
      case 'resultArrived':
        result = [
          text.parse(of.number),
          dayOf(of['date']),
          text.parse(of['signer']),
          text.parse(of['summary']),
        ];
        break;
      case 'resultReturned':
        add(
          'returned',
          ...result,
          ...names(of.originals),
          ...momentOf(of.at),
          who.parse(of.to).name,
          text.parse(of['clerkName']),
          ...(of.kept === '' ? [] : [text.parse(of.kept)]),
        );
        break;
    }
  }
  return papers;
};
