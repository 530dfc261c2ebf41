import { setImmediate } from 'node:timers/promises';
import type { DossierRow, InputOf, MatchOfMany } from '../../shared/contract.ts';
import type { ActCommand } from '../../shared/dossier/acts/commands.ts';
import { summaryOf } from '../../shared/dossier/summary.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Fault, Result } from '../../shared/faults.ts';
import type { StatementLine } from '../../shared/fees/statement.ts';
import { carryOut } from '../acts/act.ts';
import { afterCommit } from '../desk/after-commit.ts';
import { getCabinet } from '../desk/desk.ts';
import type { Cabinet, Desk } from '../desk/desk.ts';
import { findDossierState } from '../journal/projections.ts';
import { tellRows } from '../lookup/working-set.ts';

/** The bank's number and the payer's text, as long as the law keeps a line. */
const referenceOf = ({ reference, text, bankDate }: StatementLine): string =>
  Array.from([reference, text].filter((part) => part !== '').join(' · '))
    .slice(0, 300)
    .join('') || bankDate;

/** The transfer as the bank's line has it, answering the announcement of the same amount, else the oldest one. */
const matchOf = (
  { db }: Cabinet,
  dossier: string,
  command: string,
  line: StatementLine,
): ActCommand<'matchTransfer'> => {
  const claims =
    findDossierState(db, dossier)?.money.claims.filter(({ matchedBy }) => matchedBy === null) ?? [];
  const claim = claims.find(({ amount }) => amount === line.amount) ?? claims[0];
  return {
    kind: 'matchTransfer',
    command,
    claim: claim?.event ?? null,
    amount: line.amount,
    bankDate: line.bankDate,
    reference: referenceOf(line),
    receipt: null,
    bankLine: line.mark,
  };
};

/** Lines the clerk has said yes to. Each is recorded for itself, so that one refusal holds up none of the others. */
export const matchLines = async (
  desk: Desk,
  { statement: id, matches }: InputOf<'money.matchLines'>,
): Promise<Result<MatchOfMany[]>> => {
  const cabinet = getCabinet(desk);
  const { statement, session } = desk;
  if (statement?.id !== id) return fail('statementGone');
  const lines = new Map(statement.read.lines.map((line) => [line.mark, line]));
  const changed: DossierRow[] = [];
  const answers: MatchOfMany[] = [];
  for (const { line: mark, dossier, command } of matches) {
    const line = lines.get(mark);
    const isOpen = desk.cabinet === cabinet && desk.session === session;
    let fault: Fault | null = line ? null : fail('statementGone').fault;
    if (!isOpen) fault = fail('notSignedIn').fault;
    else if (line) {
      const acted = carryOut(desk, cabinet, dossier, matchOf(cabinet, dossier, command, line));
      if (acted.ok) changed.push(summaryOf(acted.value.state));
      else ({ fault } = acted);
    }
    answers.push({ line: mark, dossier, fault });
    await setImmediate();
  }
  if (changed.length > 0 && desk.cabinet === cabinet)
    afterCommit(desk, cabinet, () => tellRows(desk, changed));
  return succeed(answers);
};
