import { Button, Stack } from '@mantine/core';
import type { RegisterLine } from '../../../shared/certification/lines.ts';
import type { EntryPart } from '../../../shared/certification/pile.ts';
import type { Result } from '../../../shared/faults.ts';
import { ask } from '../../bridge.ts';
import { useWords } from '../../words.ts';
import { TextForm } from './text-form.tsx';

interface Props {
  line: RegisterLine;
  how: 'correct' | 'strike';
  onBack: () => void;
}

const writeParts = (parts: readonly EntryPart[]): string =>
  parts.map(({ pages, copies }) => `${pages}x${copies}`).join('; ');

/** "3x2; 1x5"; what is no count is 0, for the law to refuse at its field. */
const readParts = (text: string): EntryPart[] =>
  text
    .split(/[;,]/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const { pages, copies } = /^\s*(?<pages>\d+)\s*[x×*]\s*(?<copies>\d+)\s*$/i.exec(part)?.groups ?? {};
      return { pages: Number(pages ?? 0), copies: Number(copies ?? 0) };
    });

/** Fields of the law's pile, as this form names them. */
const named = (answer: Result<unknown>): Result<unknown> => {
  if (answer.ok || !answer.fault.problems) return answer;
  const problems = answer.fault.problems.map((problem) => ({
    ...problem,
    field: /^papers(\.\d+\.(pages|copies))?$/.test(problem.field)
      ? 'counts'
      : problem.field.endsWith('.kind')
        ? 'paper'
        : problem.field === 'requester.name'
          ? 'name'
          : problem.field,
  }));
  return { ok: false, fault: { ...answer.fault, problems } };
};

/** Strikes an entry out, or its counts and writes others beside them: never an edit. */
export const AmendForm = ({ line, how, onBack }: Props) => {
  const say = useWords().certification.screen.month;
  const { year, number, content, requester } = line;
  const entry = { year, number };
  return (
    <Stack gap="sm">
      <h3>{how === 'correct' ? say.correctTitle({ number }) : say.strikeTitle({ number })}</h3>
      <p>{how === 'correct' ? say.correctText : say.strikeText}</p>
      {how === 'strike' ? (
        <TextForm
          fields={[{ name: 'reason', label: say.reason }]}
          submit={say.confirmStrike}
          onSubmit={({ reason = '' }) => ask('certification.strike', { entry, reason })}
          onDone={onBack}
        />
      ) : (
        <TextForm
          fields={[
            { name: 'name', label: say.requester, value: requester.name },
            { name: 'paper', label: say.kind, value: content?.kind ?? '' },
            {
              name: 'counts',
              label: say.counts,
              hint: say.countsHint,
              value: content ? writeParts(content.parts) : '',
            },
            { name: 'reason', label: say.reason },
          ]}
          submit={say.save}
          onSubmit={async ({ name = '', paper = '', counts = '', reason = '' }) =>
            named(
              await ask('certification.correct', { entry, name, paper, parts: readParts(counts), reason }),
            )
          }
          onDone={onBack}
        />
      )}
      <div>
        <Button variant="default" onClick={onBack}>
          {say.back}
        </Button>
      </div>
    </Stack>
  );
};
