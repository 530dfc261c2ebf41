import { useMemo, useRef, useEffect } from 'react';
import type { Dispatch } from 'react';
import type { Card } from '../../../shared/citizen/card.ts';
import type { Person } from '../../../shared/citizen/person.ts';
import type { AnswerValue, ComponentEntry, DeliveryMethod, FeeEntry } from '../../../shared/dossier/form.ts';
import { ask } from '../../bridge.ts';
import { faultText, wordsNow } from '../../words.ts';
import type { IntakeAction, IntakeState, Who } from './intake-form.ts';
import type { OpenPaper } from './paper-sheets.tsx';
import type { SectionId } from './next-field.ts';
import type { Page } from './use-page.ts';
import type { Walker } from './use-walk.ts';

export interface PageActs {
  person: (who: Who, change: Partial<Person>) => void;
  behalf: (on: boolean) => void;
  relation: (relation: string) => void;
  fill: (who: Who, card: Card) => void;
  choose: (code: string) => void;
  caseChosen: (id: string) => void;
  sets: (sets: number) => void;
  component: (at: number, change: Partial<ComponentEntry>) => void;
  addComponent: () => void;
  removeComponent: (at: number) => void;
  complete: () => void;
  digitise: (at: number, dropped: readonly File[]) => void;
  answer: (name: string, value: AnswerValue) => void;
  fee: (at: number, change: Partial<FeeEntry>) => void;
  addFee: () => void;
  removeFee: (at: number) => void;
  amount: (fee: string, amount: number, decision: string) => Promise<string | null>;
  method: (method: DeliveryMethod) => void;
  address: (address: string) => void;
  note: (note: string) => void;
  openSection: (section: SectionId) => void;
}

interface Hands {
  state: IntakeState;
  dispatch: Dispatch<IntakeAction>;
  page: Page;
  walker: Walker;
  fill: (who: Who, card: Card) => void;
  /** Lays a paper's sheets over the page. */
  openPaper: (paper: OpenPaper) => void;
}

/** Where the result goes unless she says otherwise. */
const usualAddress = ({ form }: IntakeState, method: DeliveryMethod): string => {
  const receiver = form.owner ?? form.submitter;
  if (method === 'post') return receiver.address;
  return method === 'online' ? receiver.email : '';
};

const keepAmount = async ({ state, page }: Hands, fee: string, amount: number, decision: string) => {
  const answer = await ask('catalogue.setAmount', { procedure: state.form.procedure, fee, amount, decision });
  if (!answer.ok) return faultText(wordsNow(), answer.fault);
  await page.refresh();
  return null;
};

/** Everything she can do on the page, with identities that never change, so that a key redraws only what it touches. */
export const useActs = (hands: Hands): PageActs => {
  const latest = useRef(hands);
  useEffect(() => {
    latest.current = hands;
  });
  return useMemo((): PageActs => {
    const now = () => latest.current;
    const dispatch = (action: IntakeAction) => now().dispatch(action);
    return {
      person: (who, change) => dispatch({ type: 'personSet', who, change }),
      behalf: (on) => {
        dispatch({ type: 'ownerToggled', on });
        now().walker.advance('submitter.email');
      },
      relation: (relation) => dispatch({ type: 'set', change: { relation } }),
      fill: (who, card) => now().fill(who, card),
      choose: (code) => {
        void now()
          .page.choose(code)
          .then((isChosen) => {
            if (isChosen) now().walker.advance('procedure');
          });
      },
      caseChosen: (id) => dispatch({ type: 'caseChosen', id }),
      sets: (sets) => dispatch({ type: 'set', change: { sets } }),
      component: (at, change) => dispatch({ type: 'componentSet', at, change }),
      addComponent: () => {
        dispatch({ type: 'componentAdded', name: '' });
        now().walker.goTo(`components.${now().state.form.components.length}.name`);
      },
      removeComponent: (at) => dispatch({ type: 'componentRemoved', at }),
      complete: () => {
        dispatch({ type: 'requiredReceived' });
        now().walker.advance('procedure');
      },
      digitise: (at, dropped) => now().openPaper({ at, dropped }),
      answer: (name, value) => dispatch({ type: 'answerSet', name, value }),
      fee: (at, change) => dispatch({ type: 'feeSet', at, change }),
      addFee: () => {
        dispatch({ type: 'feeAdded' });
        now().walker.goTo(`fees.${now().state.form.fees.length}.label`);
      },
      removeFee: (at) => dispatch({ type: 'feeRemoved', at }),
      amount: (fee, amount, decision) => keepAmount(now(), fee, amount, decision),
      method: (method) => {
        const { state } = now();
        const isOurs = state.form.delivery.address === usualAddress(state, state.form.delivery.method);
        dispatch({
          type: 'deliverySet',
          change: isOurs ? { method, address: usualAddress(state, method) } : { method },
        });
      },
      address: (address) => dispatch({ type: 'deliverySet', change: { address } }),
      note: (note) => dispatch({ type: 'set', change: { note } }),
      openSection: (section) => {
        const { walker } = now();
        walker.open(section);
        walker.goTo(firstField[section]);
      },
    };
  }, []);
};

const firstField: Readonly<Record<SectionId, string>> = {
  people: 'submitter.name',
  procedure: 'procedure',
  components: 'components.0.originals',
  answers: 'answers',
  fees: 'fees',
  delivery: 'delivery.method',
};
