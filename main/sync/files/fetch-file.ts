import { piecesOf } from '../../../shared/sync/web-stream.ts';
import { putAttachment } from '../../vault/attachments.ts';
import { LineFault, callHub } from '../reach.ts';
import type { FetchPart } from './send-files.ts';

/**
 * Brings one attachment another desk of the office took in, when somebody wants to see it. What does not hash to its name is not the
 * file: it stays under its own hash, which nothing names, and is swept. Throws HubRefusal, LineFault, VaultFault.
 */
export const fetchFile = async (
  { folder, databaseKey, reach, enrolment, token, signal }: FetchPart,
  hash: string,
): Promise<void> => {
  const answer = await callHub(reach, `${enrolment.url}/v1/files/${hash}`, {
    headers: { authorization: `Bearer ${token}` },
    signal,
  });
  if (answer.body === null) throw new LineFault('notHub');
  const stored = await putAttachment(folder, databaseKey, piecesOf(answer.body));
  if (stored.hash !== hash) throw new LineFault('notHub');
};
