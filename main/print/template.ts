import { Liquid } from 'liquidjs';
import type { PaperValues } from '../../shared/forms/values.ts';
import { isCode128Text } from '../../shared/forms/code128.ts';
import { code128Svg, qrSvg } from './codes.ts';

/** Pours values into a template and gives marked HTML (pieces.ts). Throws on a value the template asks for and does not get. */
export type Pour = (values: PaperValues) => string;

/** All a form needs. No `raw`, no `date` (values are formatted already), nothing that reads a file or outputs HTML. */
const allowedFilters = [
  'append',
  'default',
  'downcase',
  'first',
  'join',
  'last',
  'minus',
  'plus',
  'prepend',
  'size',
  'upcase',
];
const allowedTags = ['assign', 'break', 'case', 'comment', 'for', 'if', 'increment', 'render', 'unless'];

/** A template is at most 200,000 characters, a paper at most two seconds and about ten megabytes: far above any form. */
const limits = { parseLimit: 200_000, renderLimit: 2_000, memoryLimit: 10_000_000 } as const;

/**
 * What is never printed as it is: controls, and the characters that hide or reorder what stands beside them. Intake refuses
 * them; a row from elsewhere may still hold them, and a paper must read as it is stored.
 */
const unprintable = /(?![\t\n])\p{Cc}|[\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFFE\uFFFF]/gu;
const broken = /\p{Cs}/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML text or attribute value: nothing in it can open a tag, a mark of ours or another direction. */
export const escapeText = (value: unknown): string => {
  if (value === null || value === undefined || value === false) return '';
  const text =
    typeof value === 'string' ? value : typeof value === 'number' || value === true ? String(value) : '';
  return text
    .replace(broken, '\uFFFD')
    .replace(unprintable, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
};

const keepOnly = (table: Record<string, unknown>, allowed: readonly string[]): void => {
  for (const name of Object.keys(table)) if (!allowed.includes(name)) Reflect.deleteProperty(table, name);
};

/**
 * An engine over a map of named sources; nothing is read from disk. Templates are compiled once, on first use. Throws when a
 * template is not well formed or uses a tag or filter that is not allowed.
 */
export const templateEngine = (sources: Readonly<Record<string, string>>): ((name: string) => Pour) => {
  const engine = new Liquid({
    templates: { ...sources },
    cache: true,
    outputEscape: escapeText,
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    ...limits,
  });
  keepOnly(engine.filters, allowedFilters);
  keepOnly(engine.tags, allowedTags);
  engine.registerFilter('qr', {
    raw: true,
    handler: (text: unknown) => (typeof text === 'string' ? qrSvg(text) : ''),
  });
  engine.registerFilter('code128', {
    raw: true,
    handler: (text: unknown) => (typeof text === 'string' && isCode128Text(text) ? code128Svg(text) : ''),
  });
  return (name) => {
    const parsed = engine.parse(sources[name] ?? '', name);
    return (values) => {
      const html: unknown = engine.renderSync(parsed, values);
      return typeof html === 'string' ? html : '';
    };
  };
};
