import type { Cabinet, Desk } from '../desk/desk.ts';
import { deskSigner } from './enrolment.ts';
import type { Enrolment } from './enrolment.ts';
import type { Reach } from './reach.ts';
import { openHubSession } from './session.ts';
import type { HubSession } from './session.ts';
import { countWaiting } from './waiting.ts';

/** A session of this desk, which tells the province how it stands. */
export const openDeskSession = (
  desk: Desk,
  { db }: Cabinet,
  reach: Reach,
  enrolment: Enrolment,
  signal: AbortSignal,
): Promise<HubSession> => {
  const { rows, since } = countWaiting(db);
  const { application } = desk.versions;
  const standing = { application, waiting: rows, oldestWaitingAt: since, now: desk.clock.now() };
  return openHubSession(reach, enrolment, deskSigner(enrolment.seed), standing, signal);
};
