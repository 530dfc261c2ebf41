import type { Dispatch } from 'react';
import { CloseButton, NumberInput, TextInput } from '@mantine/core';
import type { CopyRates } from '../../../shared/catalogue/procedure.ts';
import { costOfLine } from '../../../shared/certification/pile.ts';
import type { PaperLine } from '../../../shared/certification/pile.ts';
import { formatMoney } from '../../../shared/fees/money.ts';
import { fold } from '../../../shared/text/fold.ts';
import { useWords } from '../../words.ts';
import type { PileAction } from './pile-form.ts';
import classes from './certification.module.css';

interface Props {
  papers: readonly PaperLine[];
  rates: CopyRates;
  errors: Readonly<Record<string, string>>;
  dispatch: Dispatch<PileAction>;
}

/** Which lines share a number with one above: papers of one kind are one entry of the register. */
const isRepeated = (papers: readonly PaperLine[], at: number): boolean => {
  const kind = fold(papers[at]?.kind ?? '').trim();
  return kind !== '' && papers.slice(0, at).some((paper) => fold(paper.kind).trim() === kind);
};

/** The papers of the pile, each to be mended where it stands. */
export const PaperRows = ({ papers, rates, errors, dispatch }: Props) => {
  const words = useWords();
  const say = words.certification.screen;
  if (papers.length === 0) return null;
  return (
    <table className={classes['papers']}>
      <thead>
        <tr>
          <th scope="col">{say.kind}</th>
          <th scope="col">{say.pages}</th>
          <th scope="col">{say.copies}</th>
          <th scope="col" className={classes['money']}>
            {say.fee}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {papers.map((paper, at) => {
          const row = at + 1;
          const error = (name: string) => errors[`papers.${at}.${name}`];
          return (
            // Lines have no name of their own: their place is who they are.
            <tr key={at}>
              <td>
                <TextInput
                  aria-label={say.kindAt({ row })}
                  data-field={`papers.${at}.kind`}
                  value={paper.kind}
                  error={error('kind')}
                  onChange={(event) =>
                    dispatch({ type: 'paper', at, change: { kind: event.currentTarget.value } })
                  }
                />
                {isRepeated(papers, at) && <small>{say.sameKind}</small>}
              </td>
              <td>
                <NumberInput
                  aria-label={say.pagesAt({ row })}
                  data-field={`papers.${at}.pages`}
                  value={paper.pages}
                  error={error('pages')}
                  hideControls
                  allowDecimal={false}
                  allowNegative={false}
                  onChange={(value) => dispatch({ type: 'paper', at, change: { pages: Number(value) } })}
                />
              </td>
              <td>
                <NumberInput
                  aria-label={say.copiesAt({ row })}
                  data-field={`papers.${at}.copies`}
                  value={paper.copies}
                  error={error('copies')}
                  hideControls
                  allowDecimal={false}
                  allowNegative={false}
                  onChange={(value) => dispatch({ type: 'paper', at, change: { copies: Number(value) } })}
                />
              </td>
              <td className={classes['money']}>{formatMoney(costOfLine(paper, rates))}</td>
              <td>
                <CloseButton
                  size="sm"
                  aria-label={say.removeAt({ row })}
                  onClick={() => dispatch({ type: 'removed', at })}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
