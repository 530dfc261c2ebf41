import { createHash, randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ClaimRow, DossierRow, JudgedLine, OpenStatement } from '../../shared/contract.ts';
import { moneyStanding } from '../../shared/dossier/acts/money.ts';
import type { Claim } from '../../shared/dossier/acts/money.ts';
import type { DossierState } from '../../shared/dossier/state.ts';
import { summaryOf } from '../../shared/dossier/summary.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { codesNamed, readStatement } from '../../shared/fees/statement.ts';
import type { ReadStatement, StatementLine } from '../../shared/fees/statement.ts';
import { getCabinet } from '../desk/desk.ts';
import type { Cabinet, Desk } from '../desk/desk.ts';
import { findBankLine } from '../journal/official-receipts.ts';
import { findDossierState, findSummary } from '../journal/projections.ts';
import { summariesOf } from '../lookup/working-set.ts';
import { readSheet } from './read-sheet.ts';

/** A bank's list as main has read it: a window names its lines and never says what is in them. */
export interface Statement {
  id: string;
  file: string;
  read: ReadStatement;
}

/** A year of a busy account is about 2 MB. */
const largestFile = 8_000_000;
const mostLines = 5_000;

const markOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

const openClaims = ({ money }: DossierState): Claim[] =>
  money.claims.filter(({ matchedBy }) => matchedBy === null);

/** Dossiers whose transfer has been announced and not seen; a thousand of them is a month of a large office. */
const mostClaims = 1_000;

const claimedStates = ({ db }: Cabinet): DossierState[] =>
  summariesOf(
    db,
    `SELECT summary FROM dossier WHERE money = 'claimed' ORDER BY received_at LIMIT ${mostClaims}`,
    [],
  ).flatMap(({ id }) => findDossierState(db, id) ?? []);

export const listClaims = (cabinet: Cabinet): ClaimRow[] =>
  claimedStates(cabinet)
    .flatMap((state) =>
      openClaims(state).map(({ event, amount, reference, at }) => ({
        row: summaryOf(state),
        claim: event,
        amount,
        reference,
        at,
      })),
    )
    .sort((one, other) => one.at - other.at);

/** What a dossier waits for: announced transfers one by one, or what is still owed. */
interface Waits {
  row: DossierRow;
  amounts: number[];
}

const waitsOf = (state: DossierState): Waits => {
  const claimed = openClaims(state).map(({ amount }) => amount);
  const { owed } = moneyStanding(state.money);
  const all = claimed.length > 0 ? claimed : [owed];
  return { row: summaryOf(state), amounts: all.filter((amount) => amount > 0) };
};

const findByCode = ({ db }: Cabinet, code: string): DossierState | null => {
  const row = db
    .prepare("SELECT id FROM dossier WHERE code = ? AND status = 'accepted'")
    .get<{ id: string }>([code]);
  return row ? findDossierState(db, row.id) : null;
};

const mostProposals = 5;

/** Judges the lines in their order: what an earlier line would pay, a later one cannot pay again. */
const judgeLines = (cabinet: Cabinet, lines: readonly StatementLine[]): JudgedLine[] => {
  const waiting = new Map<string, Waits>();
  const claimed = claimedStates(cabinet).map(waitsOf);
  for (const waits of claimed) waiting.set(waits.row.id, waits);
  const waitsFor = (code: string): Waits[] => {
    const state = findByCode(cabinet, code);
    if (!state) return [];
    const waits = waiting.get(state.id) ?? waitsOf(state);
    waiting.set(state.id, waits);
    return [waits];
  };
  return lines.map((line): JudgedLine => {
    const before = findBankLine(cabinet.db, line.mark);
    if (before) {
      const row = findSummary(cabinet.db, before.dossier);
      return { ...line, verdict: 'matched', proposals: row ? [{ row, waited: 0 }] : [] };
    }
    const named = codesNamed(line.text, cabinet.office.profile.code).flatMap(waitsFor);
    const proposals = named.map(({ row, amounts }) => ({ row, waited: amounts[0] ?? 0 }));
    const [only] = named;
    if (only && named.length === 1) {
      const place = only.amounts.indexOf(line.amount);
      if (only.amounts.length === 0) return { ...line, verdict: 'double', proposals };
      if (place < 0) return { ...line, verdict: 'wrongAmount', proposals };
      only.amounts.splice(place, 1);
      return { ...line, verdict: 'exact', proposals: [{ row: only.row, waited: line.amount }] };
    }
    if (named.length > 1) return { ...line, verdict: 'unknown', proposals };
    const alike = claimed
      .filter(({ amounts }) => amounts.includes(line.amount))
      .slice(0, mostProposals)
      .map(({ row }) => ({ row, waited: line.amount }));
    return { ...line, verdict: 'unknown', proposals: alike };
  });
};

const asOpen = (cabinet: Cabinet, { id, file, read }: Statement): OpenStatement => ({
  id,
  file,
  lines: judgeLines(cabinet, read.lines),
  outgoing: read.outgoing,
  unread: read.unread.slice(0, 200),
});

export const openStatement = async (desk: Desk): Promise<Result<OpenStatement>> => {
  const { session } = desk;
  const file = (await desk.dialogs.openFiles('statement'))?.[0];
  if (file === undefined) return fail('cancelled');
  let bytes: Uint8Array;
  try {
    if ((await stat(file)).size > largestFile) return fail('statementUnreadable', { reason: 'tooLarge' });
    bytes = await readFile(file);
  } catch {
    return fail('fileUnreadable');
  }
  const rows = await readSheet(bytes);
  const read = rows && readStatement(rows, markOf);
  if (!read || read.lines.length > mostLines) return fail('statementUnreadable');
  if (desk.session === null || desk.session !== session) return fail('notSignedIn');
  desk.statement = { id: randomUUID(), file: basename(file), read };
  return succeed(asOpen(getCabinet(desk), desk.statement));
};

export const reopenStatement = (desk: Desk, id: string): Result<OpenStatement> => {
  const { statement } = desk;
  return statement?.id === id ? succeed(asOpen(getCabinet(desk), statement)) : fail('statementGone');
};
