import type { ActCommand } from '../../../../shared/dossier/acts/commands.ts';
import type { DeliveryMethod } from '../../../../shared/dossier/form.ts';
import type { RecipientInput, ShownInput } from '../../../../shared/dossier/acts/commands.ts';
import type { NotifyWay, SignatureKind } from '../../../../shared/dossier/acts/events.ts';
import { stillHeld } from '../../../../shared/dossier/acts/originals.ts';
import type { DossierState } from '../../../../shared/dossier/state.ts';
import type { Fault } from '../../../../shared/faults.ts';
import { ask } from '../../../bridge.ts';

export interface Answered {
  dossier: string;
  fault: Fault | null;
}

/** The same for every dossier, or made for each from how it stands. */
export type Pile = { same: ActCommand } | { each: (state: DossierState, phone: string) => ActCommand };

const doEach = async (
  dossier: string,
  make: (state: DossierState, phone: string) => ActCommand,
): Promise<Answered> => {
  const page = await ask('dossier.get', { id: dossier });
  if (!page.ok) return { dossier, fault: page.fault };
  const answer = await ask('act.do', { dossier, act: make(page.value.state, page.value.row.phone) });
  return { dossier, fault: answer.ok ? null : answer.fault };
};

/** How many go to main at once: she sees it move, and a cut leaves whole dossiers. */
const atOnce = 20;

/** Does it to each; `tell` hears how many have been answered. */
export const runMany = async (
  ids: readonly string[],
  pile: Pile,
  tell: (done: number) => void,
): Promise<Answered[]> => {
  const answers: Answered[] = [];
  if ('each' in pile)
    for (const dossier of ids) {
      answers.push(await doEach(dossier, pile.each));
      tell(answers.length);
    }
  else
    for (let from = 0; from < ids.length; from += atOnce) {
      const dossiers = ids.slice(from, from + atOnce);
      const answer = await ask('act.doMany', { dossiers, act: pile.same });
      answers.push(
        ...(answer.ok
          ? answer.value.map(({ dossier, fault }) => ({ dossier, fault }))
          : dossiers.map((dossier) => ({ dossier, fault: answer.fault }))),
      );
      tell(answers.length);
    }
  return answers;
};

export interface ReturnWish {
  to: RecipientInput;
  shown: ShownInput;
  signature: SignatureKind;
  /** '' when every original is handed back. */
  kept: string;
  allBack: boolean;
  way: DeliveryMethod;
}

/** Every dossier gives back its own originals. */
export const returnPile = (command: string, wish: ReturnWish): Pile => ({
  each: (state) => ({
    kind: 'returnResult',
    command,
    to: wish.to,
    way: wish.way,
    shown: wish.shown,
    originals: wish.allBack ? stillHeld(state.originals) : [],
    kept: wish.kept,
    signature: wish.signature,
    satisfaction: null,
  }),
});

/** Every citizen is told on her own number. */
export const notifyPile = (
  command: string,
  wish: { how: NotifyWay; reached: boolean; note: string },
): Pile => ({
  each: (_state, phone) => ({ kind: 'notifyCitizen', command, to: phone, ...wish }),
});
