import { explainDeadline, formatTerm } from '../calendar/explain-deadline.ts';
import { formatDate } from '../calendar/vietnam-time.ts';
import type { DossierAccepted } from '../dossier/events.ts';
import type { Delivery } from '../dossier/form.ts';
import type { Messages } from '../messages/index.ts';
import { certifiedPapers, componentRows } from './component-rows.ts';
import type { CertifiedRow, ComponentRow } from './component-rows.ts';
import { feeLines } from './fee-rows.ts';
import type { FeeLines } from './fee-rows.ts';
import { clockWords, momentWords, officeHead } from './head.ts';
import type { OfficeHead } from './head.ts';
import { stampsOf } from './extra.ts';
import type { PaperExtra } from './extra.ts';
import { isSamePerson, personLines } from './people.ts';
import type { PersonLines } from './people.ts';
import { receiptScanText } from './receipt-scan.ts';
import { answerParagraphs } from './answers.ts';
import type { AnswerRun } from './answers.ts';
import { paragraphsOf } from './values.ts';

export interface ReceiptExtra extends PaperExtra {
  /** 'draft': shown before acceptance, with no scannable code and no value as a receipt. */
  stage: 'accepted' | 'draft';
}

export type ReceiptValues = {
  title: string;
  stamps: string[];
  head: OfficeHead;
  copy: string;
  code: string;
  draft: boolean;
  /** Text of the QR, and of the Code 128; '' on a draft. */
  scan: string;
  barcode: string;
  desk: string;
  submitter: PersonLines;
  owner: PersonLines | null;
  relation: string;
  request: { name: string; code: string; case: string };
  components: ComponentRow[];
  /** Copy certification: pages and copies of each paper; the components then stand in a line below. */
  certified: CertifiedRow[];
  sets: string;
  term: string;
  /** Why that date: days off and shifts met on the way; '' when the term alone explains it. */
  termReason: string;
  received: string;
  due: { clock: string; date: string };
  delivery: string;
  results: string;
  fees: FeeLines;
  /** Answers run on in paragraphs; '' as label where a long one goes on. */
  answers: AnswerRun[][];
  note: string[];
  phone: string;
  lookup: string;
  submitterName: string;
  clerkName: string;
  witness: string;
};

const deliveryText = ({ method, address }: Delivery, words: Messages): string =>
  method === 'counter' ? words.print.delivery.counter : words.print.delivery[method]({ address });

/** Two figures, as the circular's form shows the number of sets: "01". */
const setsText = (sets: number): string => String(sets).padStart(2, '0');

/**
 * Form 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả (TT 03/2025/TT-VPCP, Phụ lục I). Every instant and amount is one frozen at
 * acceptance, so a reprint says what the citizen's paper says.
 */
export const receiptValues = (accepted: DossierAccepted, extra: ReceiptExtra): ReceiptValues => {
  const { words } = extra;
  const { office, deadline, procedure } = accepted;
  const own = isSamePerson(accepted.submitter, accepted.owner);
  const draft = extra.stage === 'draft';
  const reason = explainDeadline(deadline, words.calendar);
  const certified = certifiedPapers(accepted.answers, accepted.components);
  const term = formatTerm(deadline.term, words.calendar);
  return {
    title: `${words.print.titles.receipt} ${accepted.code}`,
    stamps: draft ? [...stampsOf({ ...extra, reprint: false }), words.print.stamps.draft] : stampsOf(extra),
    head: officeHead(office, accepted.receivedAt, words),
    copy: words.print.copies[extra.copy],
    code: accepted.code,
    draft,
    scan: draft ? '' : receiptScanText(office.lookupBase, accepted.code, accepted.key),
    barcode: draft ? '' : accepted.code,
    desk: words.print.desk({ number: String(accepted.desk) }),
    submitter: personLines(accepted.submitter, words),
    owner: own ? null : personLines(accepted.owner, words),
    relation: own ? '' : accepted.relation,
    request: { name: procedure.name, code: procedure.code, case: procedure.case?.name ?? '' },
    components: componentRows(
      accepted.components.filter(({ pages }) => pages === 0),
      words,
    ),
    certified: certified.rows,
    sets: setsText(accepted.sets),
    term,
    termReason: reason === term ? '' : reason,
    received: momentWords(accepted.receivedAt, words),
    due: { clock: clockWords(deadline.dueAt, words), date: formatDate(deadline.dueAt, words.calendar) },
    delivery: deliveryText(accepted.delivery, words),
    results: procedure.results.join('; '),
    fees: feeLines(accepted.fees, accepted.feeTotal, words),
    answers: answerParagraphs(accepted.answerLines.filter(({ field }) => !certified.fields.includes(field))),
    note: paragraphsOf(accepted.note),
    phone: office.phone,
    lookup:
      office.lookupBase === ''
        ? words.print.lookup.atOffice
        : words.print.lookup.online({ address: office.lookupBase }),
    submitterName: accepted.submitter.name,
    clerkName: accepted.clerkName,
    witness: draft ? '' : extra.witness.toUpperCase(),
  };
};
