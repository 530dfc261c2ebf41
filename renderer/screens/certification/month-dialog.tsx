import { useCallback, useState } from 'react';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { CertificationPage } from '../../../shared/contract.ts';
import type { RegisterLine } from '../../../shared/certification/lines.ts';
import { formatDay } from '../../../shared/calendar/vietnam-time.ts';
import { formatMoney } from '../../../shared/fees/money.ts';
import { ask } from '../../bridge.ts';
import type { PaperSource } from '../../paper/paper-source.ts';
import { useAnswer } from '../../use-answer.ts';
import { faultText, useWords } from '../../words.ts';
import { AmendForm } from './amend-form.tsx';
import classes from './certification.module.css';

interface Props {
  page: CertificationPage;
  onPaper: (source: PaperSource) => void;
}

/** "11/2026" as 'YYYY-MM'; undefined when it is no month yet. */
const readMonth = (typed: string): string | undefined => {
  const found = /^\s*(?<month>\d{1,2})\s*[/.\-\s]\s*(?<year>\d{4})\s*$/.exec(typed)?.groups;
  if (!found) return undefined;
  const month = Number(found['month']);
  return month >= 1 && month <= 12 ? `${found['year'] ?? ''}-${String(month).padStart(2, '0')}` : undefined;
};

const Line = ({ line, onAmend }: { line: RegisterLine; onAmend: (how: 'correct' | 'strike') => void }) => {
  const say = useWords().certification.screen.month;
  const { number, content, struck } = line;
  const mark = struck
    ? say.struck
    : content === null
      ? say.lost
      : line.amendments.length > 0
        ? say.amended
        : '';
  return (
    <tr data-struck={struck !== null || undefined}>
      <th scope="row">{number}</th>
      <td>{line.day === '' ? '' : formatDay(line.day)}</td>
      <td>{line.requester.name}</td>
      <td>
        {content?.kind ?? ''}
        {mark !== '' && <small> · {mark}</small>}
      </td>
      <td>{content?.copies ?? ''}</td>
      <td className={classes['money']}>{content ? formatMoney(content.fee) : ''}</td>
      <td>
        {struck === null && (
          <span className={classes['rowActs']}>
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={say.correctAt({ number })}
              onClick={() => onAmend('correct')}
            >
              {say.correct}
            </Button>
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={say.strikeAt({ number })}
              onClick={() => onAmend('strike')}
            >
              {say.strike}
            </Button>
          </span>
        )}
      </td>
    </tr>
  );
};

/** A month of the register: read, mended by striking out, printed to be bound. */
export const MonthDialog = ({ page, onPaper }: Props) => {
  const words = useWords();
  const say = words.certification.screen.month;
  const day = page.day.day;
  const [typed, setTyped] = useState(`${day.slice(5, 7)}/${day.slice(0, 4)}`);
  const month = readMonth(typed) ?? day.slice(0, 7);
  const { value, fault, again } = useAnswer(
    useCallback(() => ask('certification.month', { month }), [month]),
  );
  const [amending, setAmending] = useState<{ line: RegisterLine; how: 'correct' | 'strike' } | null>(null);

  if (amending)
    return (
      <AmendForm
        line={amending.line}
        how={amending.how}
        onBack={() => {
          setAmending(null);
          again();
        }}
      />
    );
  return (
    <Stack gap="sm">
      <Group align="flex-end">
        <TextInput
          label={say.month}
          value={typed}
          inputMode="numeric"
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button
          disabled={!value || value.lines.length === 0}
          onClick={() =>
            onPaper({ kind: 'certification', paper: 'certificationBook', of: month, numbers: [] })
          }
        >
          {say.print}
        </Button>
        {value && (
          <p>
            {say.sums({
              entries: String(value.entries),
              copies: String(value.copies),
              fees: formatMoney(value.fees),
            })}
          </p>
        )}
      </Group>
      {fault && <p className="fault">{faultText(words, fault)}</p>}
      {value?.lines.length === 0 && <p className={classes['quiet']}>{say.none}</p>}
      {value && value.lines.length > 0 && (
        <table className={classes['month']}>
          <thead>
            <tr>
              <th scope="col">{say.number}</th>
              <th scope="col">{say.day}</th>
              <th scope="col">{say.requester}</th>
              <th scope="col">{say.kind}</th>
              <th scope="col">{say.copies}</th>
              <th scope="col" className={classes['money']}>
                {say.fee}
              </th>
              <th scope="col">{say.acts}</th>
            </tr>
          </thead>
          <tbody>
            {value.lines.toReversed().map((line) => (
              <Line key={line.number} line={line} onAmend={(how) => setAmending({ line, how })} />
            ))}
          </tbody>
        </table>
      )}
    </Stack>
  );
};
