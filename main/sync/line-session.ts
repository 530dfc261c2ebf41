import { openDeskSession } from './desk-session.ts';
import { findAcknowledged, findEnrolment, saveAcknowledged, saveEnrolment } from './enrolment.ts';
import type { Enrolment } from './enrolment.ts';
import type { Line } from './line.ts';
import { findHeld } from './outbox.ts';
import type { HubSession } from './session.ts';

export const enrolmentOf = ({ cabinet }: Pick<Line, 'cabinet'>): Enrolment => {
  const found = findEnrolment(cabinet.db);
  if (!found) throw new Error('sync: not enrolled');
  return found;
};

/** One session for both directions; opened anew after the hub has ended it. */
export const sessionOf = (line: Line): Promise<HubSession> => {
  line.session ??= (async () => {
    const { desk, cabinet, reach, signal } = line;
    const enrolment = enrolmentOf(line);
    const session = await openDeskSession(desk, cabinet, reach, enrolment, signal);
    line.state.clockOffset = session.clockOffset;
    if (session.confirmed !== enrolment.confirmed)
      saveEnrolment(cabinet.db, { ...enrolment, confirmed: session.confirmed });
    const held = findHeld(cabinet.db, session.held, findAcknowledged(cabinet.db));
    saveAcknowledged(cabinet.db, held);
    return session;
  })();
  line.session.catch(() => (line.session = undefined));
  return line.session;
};
