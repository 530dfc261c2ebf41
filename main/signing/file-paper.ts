import type { AttachmentRef } from '../../shared/dossier/form.ts';
import type { InputOf } from '../../shared/contract.ts';
import { succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import type { Role } from '../../shared/journal/row.ts';
import { findDayFault } from '../desk/business-day.ts';
import { dayOf, getCabinet } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { fileName, prepare } from '../desk/paper-work.ts';
import { recordFile } from './record-file.ts';

/** One copy on A4, as it goes into the electronic file; no copy is handed to anybody. */
const layout = { paper: 'A4', twoOnOne: false, copies: ['file'] } as const;

/** Keeps a receipt, a slip or a notice among the dossier's files, to be signed like any other. */
export const filePaper = async (
  desk: Desk,
  role: Role,
  { dossier, form, about }: InputOf<'signing.filePaper'>,
): Promise<Result<AttachmentRef>> => {
  const hindered = findDayFault(dayOf(desk, getCabinet(desk)));
  if (hindered) return { ok: false, fault: hindered };
  const found = prepare(desk, { dossier, form, about, layout: { ...layout, copies: [...layout.copies] } });
  if (!found.ok) return found;
  const { state, job } = found.value;
  const bytes = await (await desk.printing()).pdf(job);
  const name = `${fileName(state, form)}.pdf`;
  const file = await recordFile(
    desk,
    role,
    { dossier, name, mime: 'application/pdf', parts: [bytes] },
    (acted, kept) => [{ type: 'paperFiled', v: 1, payload: { ...acted, form, about, file: kept } }],
  );
  return succeed(file);
};
