import { feedClaim, openSigned } from '../../shared/sync/claims.ts';
import type { Signed } from '../../shared/sync/claims.ts';
import { writeCursor } from '../../shared/sync/feed.ts';
import type { Cursor } from '../../shared/sync/feed.ts';
import { tellStripSoon } from '../desk/status.ts';
import { chainCrypto } from '../journal/chain-crypto.ts';
import { note } from '../log.ts';
import { tellRows } from '../lookup/working-set.ts';
import { findAcknowledged, findCursor, getCertificate } from './enrolment.ts';
import type { Enrolment } from './enrolment.ts';
import { readFeedPages, StreamHeldBack } from './feed-stream.ts';
import { inTurn } from './in-turn.ts';
import { contact, enterPhase } from './line.ts';
import type { Line } from './line.ts';
import { enrolmentOf, sessionOf } from './line-session.ts';
import { giveBack } from './lost-feed.ts';
import { HubRefusal } from './reach.ts';
import { findSeen, pointsOf, rewindTo, takePage } from './take-page.ts';

const pollSeconds = 25;

/** The hub's word on a page's end, when it is that: kept for the day it has forgotten it. */
const proofOf = (
  { hub, hubKey }: Enrolment,
  { end, proof }: { end: Cursor; proof?: Signed | undefined },
): Signed | undefined => {
  const said = proof && openSigned(chainCrypto, 'feed', feedClaim, hubKey, proof);
  return said?.hub === hub && said.position === end.position && said.hash === end.hash ? proof : undefined;
};

/** Reads the feed as it comes; ends when the hub is found to be of another history, which is gone back to, or asks for another way of reading. */
export const takeFeed = async (line: Line, carried: () => void): Promise<void> => {
  const { cabinet, reach, signal, desk } = line;
  const session = await sessionOf(line);
  if (!session.confirmed) throw new HubRefusal('unconfirmed');
  const enrolment = enrolmentOf(line);
  const own = getCertificate(enrolment).desk;
  let bodies = false;
  const place = (): string => {
    const { position, hash } = findCursor(cabinet.db);
    const query = new URLSearchParams({
      after: String(position),
      hash,
      wait: String(pollSeconds),
      own: bodies ? '1' : '0',
      points: pointsOf(cabinet.db).map(writeCursor).join(','),
    });
    return `${enrolment.url}/v1/feed?${query.toString()}`;
  };
  for (;;) {
    try {
      for await (const page of readFeedPages(reach, place(), session.token, signal, !line.pollsOnly)) {
        signal.throwIfAborted();
        contact(line);
        carried();
        // A line that was lost while nothing waited is found again by reading.
        if (findAcknowledged(cabinet.db) >= cabinet.journal.head.pos) enterPhase(line, 'level');
        if ('rewind' in page) {
          note('feed rewound', { from: findCursor(cabinet.db).position, to: page.rewind.position });
          const there = { reach, url: enrolment.url, token: session.token, signal };
          await giveBack(cabinet.db, there, page.rewind);
          rewindTo(cabinet.db, page.rewind);
          // What the hub lost of this desk's own is found by the next session.
          line.session = undefined;
          return;
        }
        const proof = proofOf(enrolment, page);
        const taken = await inTurn(() => {
          signal.throwIfAborted();
          return takePage(cabinet.db, page.entries, page.end, own, proof);
        });
        if (taken.rows.length > 0) tellRows(desk, taken.rows);
        if (taken.online) desk.tell({ kind: 'online' });
        if (page.entries.length > 0) tellStripSoon(desk);
        // The hub may want files now that their rows are in its feed.
        if (page.entries.length > 0 && findSeen(cabinet.db) >= cabinet.journal.head.pos) line.look();
        const asksOtherwise = taken.lost !== bodies;
        bodies = taken.lost;
        if (asksOtherwise) break;
      }
    } catch (error) {
      if (!(error instanceof StreamHeldBack)) throw error;
      line.pollsOnly = true;
    }
  }
};
