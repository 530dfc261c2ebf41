import type { PaperOutcome } from '../../shared/dossier/events.ts';
import type { Role } from '../../shared/journal/row.ts';
import type { Desk } from '../desk/desk.ts';
import { readJson } from '../journal/json.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { readCertificationSettings } from './certification-settings.ts';
import { isPileBody } from './projection.ts';
import { recordCertification } from './settle.ts';

/** A pile of whose fee slip nobody knows whether it came out. */
export interface PileInDoubt {
  pile: string;
  name: string;
  day: string;
  /** Đồng. */
  total: number;
}

/** `latest`: places of the register's rows in which a cut can have come before the slip. */
export const pilesInDoubt = (db: ReadableDatabase, latest: readonly number[]): PileInDoubt[] => {
  // A machine that prints no slip by itself left none unprinted.
  const cut = readCertificationSettings(db).printSlip ? latest : [];
  return db
    .prepare(
      `SELECT body FROM certification_pile WHERE state <> 'withdrawn' AND (slip_outcome = 'unsure'
         OR (slip_outcome = '' AND slips = 0 AND pos IN (SELECT value FROM json_each(?)))) ORDER BY pos`,
    )
    .all<{ body: string }>([JSON.stringify(cut)])
    .map(({ body }) => {
      const { pile, requester, day, total } = readJson(body, isPileBody);
      return { pile, name: requester.name, day, total };
    });
};

export const settlePileSlip = (desk: Desk, role: Role, pile: string, outcome: PaperOutcome): void => {
  recordCertification(desk, role, [
    {
      type: 'certificationPrinted',
      v: 1,
      payload: {
        paper: 'certificationFee',
        of: pile,
        outcome,
        printer: '',
        sheets: 0,
        reprint: false,
        detail: '',
      },
    },
  ]);
};
