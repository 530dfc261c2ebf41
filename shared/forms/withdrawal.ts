import type { DossierWithdrawn } from '../dossier/acts/events.ts';
import type { Taken } from '../dossier/state.ts';
import type { Result } from '../faults.ts';
import { actPaper, commonNeeds, whenComplete } from './act-paper.ts';
import type { ActPaper } from './act-paper.ts';
import type { PaperExtra } from './extra.ts';
import { momentWords } from './head.ts';
import { personLines } from './people.ts';
import type { PersonLines } from './people.ts';
import { rightText } from './returned.ts';
import { paragraphsOf } from './values.ts';

export type WithdrawalValues = Omit<ActPaper, 'submitter' | 'owner' | 'relation' | 'phone' | 'number'> & {
  /** Who asks; of a proxy only name and number are known. */
  applicant: PersonLines;
  right: string;
  /** '' when she is the owner herself. */
  owner: string;
  received: string;
  reason: string[];
  originals: string[];
  clerkName: string;
};

/** What the citizen's own request says; the act's event holds the same, so it is printed before the act or again after it. */
export type WithdrawalAsked = Pick<DossierWithdrawn, 'at' | 'clerkName' | 'to' | 'reason' | 'originals'>;

/** Đơn xin rút hồ sơ, filled in ready to be signed. */
export const withdrawalValues = (
  state: Taken,
  asked: WithdrawalAsked,
  extra: PaperExtra,
): Result<WithdrawalValues> => {
  const { words } = extra;
  const { to } = asked;
  const { submitter, owner, relation, phone, number, ...paper } = actPaper(
    state,
    asked,
    { title: 'withdrawal', number: '' },
    extra,
  );
  const none = { identity: '', born: '', address: '', phone: '', email: '' };
  const applicant: PersonLines =
    to.kind === 'proxy'
      ? {
          ...none,
          name: to.name,
          identity:
            to.idNumber === ''
              ? ''
              : personLines({ ...state.accepted.submitter, idKind: 'cccd', idNumber: to.idNumber }, words)
                  .identity,
        }
      : to.kind === 'owner'
        ? (owner ?? submitter)
        : submitter;
  const ownerName = (owner ?? submitter).name;
  const values: WithdrawalValues = {
    ...paper,
    applicant,
    right: rightText(to, words),
    owner: ownerName === applicant.name ? '' : ownerName,
    received: momentWords(state.accepted.receivedAt, words),
    reason: paragraphsOf(asked.reason),
    originals: asked.originals.map(({ name }) => name),
    clerkName: asked.clerkName,
  };
  return whenComplete(
    values,
    'withdrawal',
    [
      ...commonNeeds({ ...values, submitter, owner, relation, phone, number }),
      ['recipient', applicant.name],
      ...(to.kind === 'proxy' ? [['proxyPaper', to.paper] as const] : []),
      ['reason', asked.reason],
      ['officer', asked.clerkName],
    ],
    words,
  );
};
