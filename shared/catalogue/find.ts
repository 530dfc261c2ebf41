import { fold, searchTerms } from '../text/fold.ts';
import type { MessageParams } from '../text/problem.ts';
import type { CataloguePack } from './pack.ts';
import type { JsonSchema } from './field-schema.ts';
import type { Procedure } from './procedure.ts';

/**
 * The catalogue as the counter asks it: by code on a day, or by what the clerk types. Several packs may be installed (the shipped one
 * and a province's own): of one code, the version that took effect last is in force, and of equal ones the pack issued last.
 */

interface Entry {
  procedure: Procedure;
  /** Folded name, without a leading "thủ tục", and official title: for words and for runs of words. */
  text: string;
  words: readonly string[];
  field: readonly string[];
  /** First letters of the words of the name: "dkks" finds Đăng ký khai sinh. */
  initials: string;
  packVersion: number;
}

export interface CatalogueIndex {
  /** Every version of a code, the one to prefer first. */
  byCode: ReadonlyMap<string, readonly Entry[]>;
  /** Old code → code in force. */
  aliases: ReadonlyMap<string, string>;
  schemas: ReadonlyMap<string, JsonSchema>;
}

export interface FoundProcedure {
  procedure: Procedure;
  /** Its own fields, null when it has none. */
  schema: JsonSchema | null;
  /** The old code that was asked for, null when the code is the procedure's own. */
  askedAs: string | null;
  catalogueVersion: number;
}

/** unknownProcedure: no such code; repealedProcedure: `params.until` was its last day; both name the code. */
export interface ProcedureFault {
  code: 'unknownProcedure' | 'repealedProcedure';
  params: MessageParams;
}

export type ProcedureAnswer = { ok: true; value: FoundProcedure } | { ok: false; fault: ProcedureFault };

const entryOf = (procedure: Procedure, packVersion: number): Entry => {
  const name = fold(procedure.name).replace(/^thu tuc /, '');
  const text = procedure.officialName === null ? name : `${name} ${fold(procedure.officialName)}`;
  return {
    procedure,
    text,
    words: text.split(' '),
    field: fold(procedure.field).split(' '),
    initials: name
      .split(' ')
      .map((word) => word.slice(0, 1))
      .join(''),
    packVersion,
  };
};

const schemaKey = (packId: string, version: number, id: string) => `${packId} ${String(version)} ${id}`;

/** A newer version of a pack is the whole list anew: what it leaves out is gone. */
const newestOfEach = (packs: readonly CataloguePack[]): CataloguePack[] =>
  packs.filter((pack) => !packs.some(({ id, version }) => id === pack.id && version > pack.version));

/** Puts packs together; order does not matter. */
export const indexCatalogue = (packs: readonly CataloguePack[]): CatalogueIndex => {
  const ordered = newestOfEach(packs).sort((a, b) => b.issued.localeCompare(a.issued));
  const byCode = new Map<string, Entry[]>();
  const aliases = new Map<string, string>();
  const schemas = new Map<string, JsonSchema>();
  for (const pack of ordered) {
    for (const [id, schema] of Object.entries(pack.fieldSchemas))
      schemas.set(schemaKey(pack.id, pack.version, id), schema);
    for (const procedure of pack.procedures) {
      const own =
        procedure.fields === undefined ? {} : { fields: schemaKey(pack.id, pack.version, procedure.fields) };
      const entries = byCode.get(procedure.code) ?? [];
      entries.push(entryOf({ ...procedure, ...own }, pack.version));
      byCode.set(procedure.code, entries);
      for (const old of procedure.aliases) if (!aliases.has(old)) aliases.set(old, procedure.code);
    }
    for (const [old, code] of Object.entries(pack.aliases)) if (!aliases.has(old)) aliases.set(old, code);
  }
  for (const entries of byCode.values())
    entries.sort((a, b) => b.procedure.effectiveFrom.localeCompare(a.procedure.effectiveFrom));
  return { byCode, aliases, schemas };
};

const inForce = (procedure: Procedure, day: string): boolean =>
  procedure.effectiveFrom <= day && (procedure.effectiveTo === null || day <= procedure.effectiveTo);

const findEntry = (index: CatalogueIndex, code: string, day: string): Entry | undefined =>
  index.byCode.get(code)?.find(({ procedure }) => inForce(procedure, day));

/** 2.000815.000.00.00.H55.02 → 2.000815: a case or provincial variant falls back to the procedure it belongs to. */
const shorter = (code: string): string => code.split('.').slice(0, 2).join('.');

/** What an asked code may stand for: itself, its successor, the procedure it is a variant of, that one's successor. */
function* readings(index: CatalogueIndex, code: string): Generator<string> {
  yield code;
  yield index.aliases.get(code) ?? code;
  yield shorter(code);
  yield index.aliases.get(shorter(code)) ?? code;
}

/** The version of a procedure in force on a day ('YYYY-MM-DD'); old codes lead to the new one. */
export const findProcedure = (index: CatalogueIndex, asked: string, day: string): ProcedureAnswer => {
  const code = asked.trim().toUpperCase();
  for (const one of readings(index, code)) {
    const entry = findEntry(index, one, day);
    if (!entry) continue;
    const { fields } = entry.procedure;
    return {
      ok: true,
      value: {
        procedure: entry.procedure,
        schema: fields === undefined ? null : (index.schemas.get(fields) ?? null),
        askedAs: entry.procedure.code === code ? null : code,
        catalogueVersion: entry.packVersion,
      },
    };
  }
  for (const one of readings(index, code)) {
    const last = index.byCode
      .get(one)
      ?.find(({ procedure }) => procedure.effectiveTo !== null && procedure.effectiveTo < day);
    if (last)
      return {
        ok: false,
        fault: {
          code: 'repealedProcedure',
          params: { code, name: last.procedure.name, until: last.procedure.effectiveTo ?? '' },
        },
      };
  }
  return { ok: false, fault: { code: 'unknownProcedure', params: { code } } };
};

/** All procedures in force on a day, by field, then by name. */
export const listProcedures = (index: CatalogueIndex, day: string): Procedure[] =>
  [...index.byCode.keys()]
    .flatMap((code) => findEntry(index, code, day)?.procedure ?? [])
    .sort(
      (a, b) =>
        a.field.localeCompare(b.field, 'vi') ||
        a.name.localeCompare(b.name, 'vi') ||
        a.code.localeCompare(b.code),
    );

const digitsOf = (code: string) => code.replace(/\D/g, '');

/** How well an entry answers; 0: not at all. Bands, best first: code, run of words, all words in the name, words and field, initials. */
const scoreOf = (entry: Entry, terms: readonly string[], query: string): number => {
  const begins = (words: readonly string[], term: string) => words.some((word) => word.startsWith(term));
  const brevity = Math.max(0, 1 - entry.text.length / 2000);
  const at = ` ${entry.text}`.indexOf(` ${query}`);
  if (at >= 0) {
    const whole = ` ${entry.text} `.includes(` ${query} `);
    return (at === 0 ? 800 : 700) + (whole ? 50 : 0) - Math.min(at, 40) + brevity;
  }
  if (terms.every((term) => begins(entry.words, term))) {
    const whole = terms.filter((term) => entry.words.includes(term)).length;
    return 500 + (100 * whole) / terms.length + brevity;
  }
  if (terms.every((term) => begins(entry.words, term) || begins(entry.field, term))) return 400 + brevity;
  const [only = ''] = terms;
  if (terms.length === 1 && only.length >= 2 && entry.initials.includes(only))
    return (entry.initials.startsWith(only) ? 300 : 200) + brevity;
  return 0;
};

const codeScore = (code: string, query: string): number => {
  const digits = digitsOf(query);
  if (digits.length < 3 || /[^\d\s.]/.test(query)) return 0;
  const own = digitsOf(code);
  if (own === digits) return 1000;
  return own.startsWith(digits) ? 900 : own.slice(1).includes(digits) ? 850 : 0;
};

/**
 * As-you-type search over code, old code, name without marks, field and initials; best first, at most `limit`. An empty text
 * lists everything in force on `day`, by field.
 */
export const searchProcedures = (
  index: CatalogueIndex,
  text: string,
  day: string,
  limit: number,
): Procedure[] => {
  const terms = searchTerms(text.slice(0, 200));
  if (terms.length === 0) return listProcedures(index, day).slice(0, limit);
  const query = fold(text.slice(0, 200));
  const renamed = index.aliases.get(text.trim().toUpperCase());
  return [...index.byCode.keys()]
    .flatMap((code) => {
      const entry = findEntry(index, code, day);
      if (!entry) return [];
      const score = code === renamed ? 1000 : codeScore(code, text) || scoreOf(entry, terms, query);
      return score > 0 ? [{ procedure: entry.procedure, score }] : [];
    })
    .sort((a, b) => b.score - a.score || a.procedure.name.localeCompare(b.procedure.name, 'vi'))
    .slice(0, limit)
    .map(({ procedure }) => procedure);
};
