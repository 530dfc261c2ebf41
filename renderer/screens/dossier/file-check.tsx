import { formatDateTime } from '../../../shared/calendar/vietnam-time.ts';
import type { Fault } from '../../../shared/faults.ts';
import type { Messages } from '../../../shared/messages/index.ts';
import { standingOf } from '../../../shared/signing/verdicts.ts';
import type { CheckedSignature } from '../../../shared/signing/verdicts.ts';
import { faultText, useWords } from '../../words.ts';
import classes from './dossier.module.css';

/** The five answers, each by itself; what is not known says so. */
const answersOf = (one: CheckedSignature, words: Messages): string[] => {
  const say = words.signing.check;
  const when = (at: number | null): string => (at === null ? '' : formatDateTime(at, words.calendar));
  const chain = say.chain[one.chain];
  return [
    say.integrity[one.integrity],
    say.coverage[one.coverage],
    typeof chain === 'string' ? chain : chain({ issuer: one.issuer }),
    say.revocation[one.revocation],
    one.time === 'proved' ? say.time.proved({ when: when(one.provedAt) }) : say.time[one.time],
  ];
};

/** What a check of a file's signatures came to: one word that is never better than its worst answer, and the answers. */
export const FileCheck = ({ checked }: { checked: readonly CheckedSignature[] | Fault }) => {
  const words = useWords();
  const say = words.signing.check;
  if ('code' in checked) return <p className="fault">{faultText(words, checked)}</p>;
  if (checked.length === 0) return <p className={classes['quiet']}>{say.none}</p>;
  return (
    <ul className={classes['checks']}>
      {checked.map((one) => {
        const standing = standingOf(one);
        return (
          <li key={one.field} data-standing={standing}>
            <strong>{say.standing[standing]}</strong>
            {one.name !== '' && ` · ${[one.name, one.agency].filter((part) => part !== '').join(', ')}`}
            <ul>
              {answersOf(one, words).map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
};
