import type { CopyRates } from '../../shared/catalogue/procedure.ts';
import { findProcedure } from '../../shared/catalogue/find.ts';
import { decideCertification } from '../../shared/certification/decide.ts';
import type { CertificationCommand, CertificationContext } from '../../shared/certification/commands.ts';
import { certificationSubject } from '../../shared/certification/events.ts';
import type { CertificationEvent } from '../../shared/certification/events.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import type { Role } from '../../shared/journal/row.ts';
import type { Recorded } from '../journal/journal.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { dayOf, getCabinet, getSession, recordEvents, stampOf } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { noteHeadSoon } from '../desk/guarding.ts';
import { tellStrip } from '../desk/status.ts';
import { findRegister } from './projection.ts';
import { readKnown, rememberRegister } from './register-guard.ts';

/** The procedure whose fee it is: Chứng thực bản sao từ bản chính. */
const copyCertification = '2.000815';

/** What the law charges for a copy on that day. */
export const ratesOn = (desk: Desk, day: string): Result<CopyRates> => {
  const found = findProcedure(getCabinet(desk).rules.catalogue, copyCertification, day);
  if (!found.ok) return { ok: false, fault: found.fault };
  const rates = found.value.procedure.fees.find((fee) => fee.rates)?.rates;
  return rates ? succeed(rates) : fail('unknownProcedure', { code: copyCertification });
};

export const certificationContext = (desk: Desk): Result<CertificationContext> => {
  const cabinet = getCabinet(desk);
  const { day } = dayOf(desk, cabinet);
  const rates = ratesOn(desk, day);
  if (!rates.ok) return rates;
  const { office, vaultId } = cabinet;
  return succeed({
    desk: office.desk.number,
    day,
    at: stampOf(desk, cabinet).at,
    clerkName: getSession(desk).name,
    office: office.profile,
    rates: rates.value,
    known: readKnown(desk.places.guard, vaultId),
  });
};

/** Events of the register with their projections, what is remembered outside, and word to every window. */
export const recordCertification = (
  desk: Desk,
  role: Role,
  events: readonly CertificationEvent[],
  along: (db: WritableDatabase) => void = () => undefined,
): Recorded[] => {
  const cabinet = getCabinet(desk);
  const { guard } = desk.places;
  const before = { state: findRegister(cabinet.db), known: readKnown(guard, cabinet.vaultId) };
  const recorded = recordEvents(
    desk,
    role,
    events.map((event) => ({ subject: certificationSubject, event })),
    () => along(cabinet.db),
  );
  const state = findRegister(cabinet.db);
  if (state) rememberRegister(guard, cabinet.vaultId, before, events, state, cabinet.office.desk.number);
  setImmediate(() => {
    if (desk.cabinet !== cabinet) return;
    noteHeadSoon(guard, cabinet.vaultId, () => (desk.cabinet === cabinet ? cabinet.journal.head : undefined));
    desk.tell({ kind: 'certification' });
    tellStrip(desk);
  });
  return recorded;
};

/** Judges a command and records what it decides. A day in doubt writes nothing into a register of dates. */
export const settleCertification = (
  desk: Desk,
  role: Role,
  command: CertificationCommand,
  along: (db: WritableDatabase) => void = () => undefined,
): Result<CertificationEvent[]> => {
  const cabinet = getCabinet(desk);
  const { state } = dayOf(desk, cabinet);
  if (state !== 'ok') return fail(state === 'restored' ? 'restoreUnconfirmed' : 'dayUnconfirmed');
  const context = certificationContext(desk);
  if (!context.ok) return context;
  const decided = decideCertification(findRegister(cabinet.db), command, context.value);
  if (decided.ok) recordCertification(desk, role, decided.value, along);
  return decided;
};
