import type { Role } from '../../shared/journal/row.ts';
import { sealSubject } from '../../shared/seals/events.ts';
import { afterCommit } from '../desk/after-commit.ts';
import { getCabinet, recordEvents, stampOf } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { keepAttachments } from '../intake/keep-attachments.ts';
import type { Lasting } from '../signing/stamp-queue.ts';
import { putAttachment } from '../vault/attachments.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { unlastingSeals } from './projection.ts';

/** Signed pages of closed days that have no time stamp, or no proofs of revocation yet, oldest first. */
export const sealsToLengthen = (desk: Desk, db: ReadableDatabase, role: Role, most: number): Lasting[] =>
  unlastingSeals(db, most).flatMap(({ sealed, hash, stampedAt: known }): Lasting[] => {
    const [first] = sealed.files;
    if (!sealed.signed || !first) return [];
    return [
      {
        hash,
        field: sealed.signed.field,
        stampedAt: known,
        keep: async ({ parts, stampedAt, proved }) => {
          const cabinet = getCabinet(desk);
          const made = await putAttachment(desk.places.data, cabinet.databaseKey, parts);
          const files = [{ ...first, hash: made.hash, size: made.size }];
          const payload = { seal: sealed.seal, source: hash, files, stampedAt, proved };
          const stamp = stampOf(desk, cabinet);
          recordEvents(
            desk,
            role,
            [{ subject: sealSubject, event: { type: 'sealLengthened', v: 1, payload } }],
            () => keepAttachments(cabinet.db, sealSubject, files, stamp.recordedAt),
            stamp,
          );
          afterCommit(desk, cabinet, () => desk.tell({ kind: 'seals' }));
        },
      },
    ];
  });
