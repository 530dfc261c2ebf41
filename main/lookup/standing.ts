import type { DossierStanding } from '../../shared/contract.ts';
import { sayStanding } from '../../shared/dossier/acts/say-standing.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { messagesIn } from '../../shared/messages/index.ts';
import { getCabinet } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { findDossierState } from '../journal/projections.ts';
import { syncOfDossier } from '../sync/dossier-standing.ts';
import { edgesNow } from './day-edges.ts';

/** Where one dossier stands now, by the counter's time and in its language. Says no more than a list does: no viewing is noted. */
export const dossierStanding = (desk: Desk, id: string): Result<DossierStanding> => {
  const cabinet = getCabinet(desk);
  const state = findDossierState(cabinet.db, id);
  if (!state) return fail('unknownDossier');
  const sync = syncOfDossier(cabinet.db, id);
  const { now } = edgesNow(cabinet, desk.clock.now());
  return succeed({ sync, line: sayStanding(state, now, sync, messagesIn(desk.language)) });
};
