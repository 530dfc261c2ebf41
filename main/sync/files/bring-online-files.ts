import { filesOfWaiting } from '../../online/submissions.ts';
import { hasAttachment } from '../../vault/attachments.ts';
import { HubRefusal } from '../reach.ts';
import { fetchFile } from './fetch-file.ts';
import type { FetchPart, FilesPart } from './send-files.ts';

/** Brings the files of what was filed online and waits; one the province does not have is asked for again by who opens it. */
export const bringOnlineFiles = async (part: FetchPart & Pick<FilesPart, 'db'>): Promise<void> => {
  for (const hash of filesOfWaiting(part.db)) {
    part.signal.throwIfAborted();
    if (hasAttachment(part.folder, part.databaseKey, hash)) continue;
    await fetchFile(part, hash).catch((error: unknown) => {
      if (!(error instanceof HubRefusal) || error.reason !== 'fileUnknown') throw error;
    });
  }
};
