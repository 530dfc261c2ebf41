import { localDateAt } from '../../shared/calendar/vietnam-time.ts';
import type { IntakePaper } from '../../shared/dossier/events.ts';
import { formNumber } from '../../shared/dossier/form-number.ts';
import { isDossierId } from '../../shared/dossier/id.ts';
import type { SealContent, SealedDay, SealLine } from '../../shared/seals/events.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { rowAt } from '../vault/migrations/0080-find-deeds-by-day.ts';

/** As many as stand on a page a person can look through; later days wait for the next seal. */
export const mostDays = 31;
const rowsAtATime = 5000;

interface NarrowRow {
  [column: string]: string | number | null;
  pos: number;
  type: string;
  subject: string;
  epoch: string;
  seq: number;
  hash: string;
  at: number | null;
  code: string | null;
  number: number | null;
  year: number | null;
  ofDesk: number | null;
}

const papers: Readonly<Record<string, IntakePaper>> = {
  dossierAccepted: 'receipt',
  intakeGuided: 'guidance',
  intakeRefused: 'refusal',
};
const intakes = Object.keys(papers)
  .map((type) => `'${type}'`)
  .join(', ');
/** Of a row's content only what the page says, and nothing of a row whose content is no JSON or was erased. */
const said = (name: string): string =>
  `CASE WHEN type IN (${intakes}) AND json_valid(CAST(payload AS TEXT)) THEN CAST(payload AS TEXT) ->> '${name}' END AS ${name}`;

const selectRows = `SELECT pos, type, subject, epoch, seq, lower(hex(hash)) AS hash, ${rowAt} AS at,
  ${said('code')}, ${said('number')}, ${said('year')}, ${said('ofDesk')} FROM journal WHERE pos > ? ORDER BY pos LIMIT ${rowsAtATime}`;

function* rowsFrom(db: ReadableDatabase, after: number): Generator<NarrowRow> {
  const select = db.prepare(selectRows);
  for (let pos = after; ;) {
    const rows = select.all<NarrowRow>([pos]);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtATime) return;
    pos = last.pos;
  }
}

/** The receipt has the code's own number, the others their series'. */
const numberOf = (form: IntakePaper, { code, number, year, ofDesk }: NarrowRow): string => {
  if (form === 'receipt') return code?.slice(code.lastIndexOf('-') + 1) ?? '';
  if (number === null || year === null) return '';
  return formNumber(form, { number, year, ...(ofDesk !== null && { ofDesk }) });
};

const lineOf = (row: NarrowRow, at: number): SealLine | undefined => {
  const form = papers[row.type];
  return (
    form && {
      pos: row.pos,
      form,
      code: row.code ?? '',
      number: numberOf(form, row),
      at,
      witness: row.hash.slice(0, 10),
    }
  );
};

/**
 * What a seal would hold: this desk's rows after `after`, up to the head or to the end of the thirty-first day. Undefined: nothing was done
 * with any dossier since.
 */
export const drawSeal = (db: ReadableDatabase, after: number): SealContent | undefined => {
  const days = new Map<string, SealedDay>();
  const epochs: SealContent['epochs'] = [];
  let last: NarrowRow | undefined;
  for (const row of rowsFrom(db, after)) {
    if (isDossierId(row.subject)) {
      const at = row.at ?? 0;
      const day = localDateAt(at);
      const known = days.get(day);
      if (!known && days.size === mostDays) break;
      const sealed = known ?? { day, acts: 0, lines: [] };
      const line = lineOf(row, at);
      sealed.acts += 1;
      if (line) sealed.lines.push(line);
      days.set(day, sealed);
    }
    const open = epochs.at(-1);
    if (open?.epoch === row.epoch) open.to = row.pos;
    else epochs.push({ epoch: row.epoch, from: row.pos, to: row.pos });
    last = row;
  }
  if (!last || days.size === 0) return undefined;
  const { pos, epoch, seq, hash } = last;
  return {
    from: after + 1,
    head: { pos, epoch, seq, hash },
    epochs,
    days: [...days.values()].sort((one, other) => (one.day < other.day ? -1 : 1)),
  };
};
