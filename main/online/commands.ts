import type { OnlineList } from '../../shared/contract.ts';
import { findProcedure } from '../../shared/catalogue/find.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { formOfSubmission } from '../../shared/online/submission.ts';
import { dayOf, getCabinet } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import type { Commands } from '../dispatch.ts';
import { saveDraft } from '../intake/drafts.ts';
import { bringFile } from '../sync/commands.ts';
import { findWaiting, listWaiting } from './submissions.ts';

const shown = 100;

const listOnline = (desk: Desk): Result<OnlineList> => {
  const cabinet = getCabinet(desk);
  const { day } = dayOf(desk, cabinet);
  const { waiting, total } = listWaiting(cabinet.db, shown);
  return succeed({
    total,
    rows: waiting.map(({ dossier, procedure, submitter, owner, submittedAt, components, begun }) => {
      const found = findProcedure(cabinet.rules.catalogue, procedure, day);
      return {
        dossier,
        procedure,
        procedureName: found.ok ? found.value.procedure.name : '',
        who: (owner ?? submitter).name,
        submittedAt,
        files: components.reduce((count, { files }) => count + files.length, 0),
        begun,
      };
    }),
  });
};

/** Begun twice it is one page: what was typed into it since stays. */
const beginOnline = async (desk: Desk, dossier: string): Promise<Result<{ draft: string }>> => {
  const cabinet = getCabinet(desk);
  const sent = findWaiting(cabinet.db, dossier);
  if (!sent) return fail('onlineTaken');
  if (sent.begun) return succeed({ draft: dossier });
  for (const { files } of sent.components)
    for (const { hash } of files) {
      const brought = await bringFile(desk, hash);
      if (!brought.ok) return brought;
    }
  const { day } = dayOf(desk, cabinet);
  const found = findProcedure(cabinet.rules.catalogue, sent.procedure, day);
  const form = formOfSubmission(sent, found.ok ? found.value : undefined, cabinet.office.amounts);
  const saved = saveDraft(desk, dossier, form);
  if (!saved.ok) return saved;
  desk.tell({ kind: 'online' });
  return succeed({ draft: dossier });
};

type OnlineMethod = Extract<keyof Commands, `online.${string}`>;

/** What citizens filed online, for the counter to take in. */
export const onlineCommands: Pick<Commands, OnlineMethod> = {
  'online.list': ({ desk }) => listOnline(desk),
  'online.begin': ({ desk }, { dossier }) => beginOnline(desk, dossier),
};
