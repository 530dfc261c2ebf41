import type { PaperLine, PileForm, Requester } from '../../../shared/certification/pile.ts';
import { blankPile } from '../../../shared/certification/pile.ts';

/** The pile at hand: what has been entered, and the line still being typed. */
export interface PileState {
  id: string;
  form: PileForm;
  /** The entry line's text. */
  line: string;
  /** Which of the kinds the line may mean: 0 the likeliest. */
  choice: number;
  /** Rises with every change of the form; 0 as it was opened. */
  version: number;
  /** She has tried to accept: what is wrong is shown. */
  tried: boolean;
}

export type PileAction =
  | { type: 'opened'; id: string; form: PileForm }
  | { type: 'requester'; change: Partial<Requester> }
  | { type: 'line'; text: string }
  | { type: 'choice'; choice: number }
  | { type: 'added'; paper: PaperLine }
  | { type: 'paper'; at: number; change: Partial<PaperLine> }
  | { type: 'removed'; at: number }
  | { type: 'set'; change: Partial<Pick<PileForm, 'exemption' | 'note'>> }
  | { type: 'tried' };

export const openedPile = (id: string, form: PileForm = blankPile()): PileState => ({
  id,
  form,
  line: '',
  choice: 0,
  version: 0,
  tried: false,
});

const changed = (state: PileState, form: Partial<PileForm>): PileState => ({
  ...state,
  form: { ...state.form, ...form },
  version: state.version + 1,
});

export const stepPile = (state: PileState, action: PileAction): PileState => {
  const { form } = state;
  switch (action.type) {
    case 'opened':
      return openedPile(action.id, action.form);
    case 'requester':
      return changed(state, { requester: { ...form.requester, ...action.change } });
    case 'line':
      return { ...state, line: action.text, choice: 0 };
    case 'choice':
      return { ...state, choice: action.choice };
    case 'added':
      return { ...changed(state, { papers: [...form.papers, action.paper] }), line: '', choice: 0 };
    case 'paper':
      return changed(state, {
        papers: form.papers.map((paper, at) => (at === action.at ? { ...paper, ...action.change } : paper)),
      });
    case 'removed':
      return changed(state, { papers: form.papers.filter((_, at) => at !== action.at) });
    case 'set':
      return changed(state, action.change);
    case 'tried':
      return { ...state, tried: true };
  }
};
