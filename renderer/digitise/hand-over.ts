import { dropPartBytes } from '../../shared/dossier/file-limits.ts';
import type { AttachmentRef } from '../../shared/dossier/form.ts';
import { fail } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { ask } from '../bridge.ts';

/** Gives main a file let go over the window, part by part: of a hundred megabytes the window holds one. */
export const handOver = async (file: File): Promise<Result<readonly AttachmentRef[]>> => {
  const { name, size } = file;
  for (let from = 0; ; from += dropPartBytes) {
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = new Uint8Array(await file.slice(from, from + dropPartBytes).arrayBuffer());
    } catch {
      // A folder, or a stick that was pulled out.
      return fail('fileUnreadable', { name });
    }
    const answer = await ask('digitise.drop', { name, size, from, bytes });
    if (!answer.ok) return answer;
    if (answer.value) return { ok: true, value: [answer.value] };
  }
};
