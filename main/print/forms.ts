import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { paperKinds } from '../../shared/forms/values.ts';
import type { PaperKind } from '../../shared/forms/values.ts';
import { templateEngine } from './template.ts';
import type { Pour } from './template.ts';

const sheetSize = z.enum(['A4', 'A5']);

/** `form.json` beside a template: which paper it is, from which text of law, and on which sheets it is made to stand. */
const formSchema = z.strictObject({
  form: z.enum(paperKinds),
  version: z.int().min(1),
  /** As cited in the foot or in settings: "Mẫu 01, Phụ lục I, TT 03/2025/TT-VPCP". */
  basis: z.string().min(1).max(300),
  /** 'working': the names are the circular's, the layout is ours until its annex has been compared. */
  layout: z.enum(['official', 'working']),
  effectiveFrom: z.iso.date(),
  /** null: for every province. */
  province: z.string().max(100).nullable(),
  sheets: z.array(sheetSize).min(1),
  /** Wider than high: books and lists. */
  landscape: z.boolean().default(false),
});

export type FormAbout = z.infer<typeof formSchema>;

export interface Form {
  about: FormAbout;
  css: string;
  pour: Pour;
}

export interface Forms {
  /** Geometry and parts every form shares. */
  css: string;
  get(kind: PaperKind): Form;
}

const readText = (path: string): string => readFileSync(path, 'utf8').normalize('NFC');

const newestVersion = (dir: string): string => {
  const versions = readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d+$/.test(entry.name))
    .map((entry) => Number(entry.name));
  if (versions.length === 0) throw new Error(`No version of a form in ${dir}`);
  return String(Math.max(...versions));
};

/**
 * The forms of a folder laid out as `<form>/<version>/{template.liquid,style.css,form.json}` beside `parts/*.liquid` and
 * `paper.css`; the highest version of each is used. Reads and compiles a form when it is first asked for. Throws when a file is
 * missing or is not what it must be.
 */
export const loadForms = (dir: string): Forms => {
  const parts = Object.fromEntries(
    readdirSync(join(dir, 'parts'))
      .filter((name) => name.endsWith('.liquid'))
      .map((name) => [name.slice(0, -'.liquid'.length), readText(join(dir, 'parts', name))]),
  );
  const loaded = new Map<PaperKind, Form>();
  const load = (kind: PaperKind): Form => {
    const folder = join(dir, kind, newestVersion(join(dir, kind)));
    const parsed: unknown = JSON.parse(readText(join(folder, 'form.json')));
    const about = formSchema.parse(parsed);
    if (about.form !== kind) throw new Error(`${folder} is not the form ${kind}`);
    const engine = templateEngine({ ...parts, [kind]: readText(join(folder, 'template.liquid')) });
    return { about, css: readText(join(folder, 'style.css')), pour: engine(kind) };
  };
  return {
    css: readText(join(dir, 'paper.css')),
    get: (kind) => {
      const form = loaded.get(kind) ?? load(kind);
      loaded.set(kind, form);
      return form;
    },
  };
};
