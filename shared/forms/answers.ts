import type { AnswerFrozen } from '../dossier/events.ts';
import { paragraphsOf } from './values.ts';

export type AnswerRun = { label: string; text: string };

/** A paragraph of answers is closed after so many characters, so that a page can end between two. */
const LONGEST_PARAGRAPH = 500;

/** What was declared, run on: "Giới tính: nam; Dân tộc: Kinh; …". A receipt has no room for a line each; empty answers are left out. */
export const answerParagraphs = (answers: readonly AnswerFrozen[]): AnswerRun[][] => {
  const paragraphs: AnswerRun[][] = [];
  let room = 0;
  for (const { label, text } of answers) {
    paragraphsOf(text).forEach((run, place) => {
      const said = { label: place === 0 ? label : '', text: run };
      const length = said.label.length + run.length + 4;
      const last = paragraphs.at(-1);
      if (last && length <= room) {
        last.push(said);
        room -= length;
      } else {
        paragraphs.push([said]);
        room = LONGEST_PARAGRAPH - length;
      }
    });
  }
  return paragraphs;
};
