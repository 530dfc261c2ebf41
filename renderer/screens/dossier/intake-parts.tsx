import { Button, Table } from '@mantine/core';
import { deadlineReason, deadlineWarning, formatTerm } from '../../../shared/calendar/explain-deadline.ts';
import { formatDate, formatDateTime } from '../../../shared/calendar/vietnam-time.ts';
import { businessOf } from '../../../shared/dossier/acts/axes.ts';
import type { DossierAccepted, IntakeGuided, IntakeRefused } from '../../../shared/dossier/events.ts';
import type { Taken } from '../../../shared/dossier/state.ts';
import { formNumber } from '../../../shared/dossier/form-number.ts';
import { go } from '../../desk-store.ts';
import { useLiveRows } from '../../working-set.ts';
import { useWords } from '../../words.ts';
import { Card, Facts } from './facts.tsx';
import classes from './dossier.module.css';

type Intake = DossierAccepted | IntakeGuided | IntakeRefused;

/** The procedure as it stood on the day, whatever the catalogue says now. */
export const ProcedureCard = ({ intake }: { intake: Intake }) => {
  const words = useWords();
  const say = words.dossiers.page;
  const { procedure } = intake;
  return (
    <Card title={say.procedure}>
      <p className={classes['name']}>{procedure.name}</p>
      <Facts
        facts={[
          { label: say.procedureCode, value: procedure.code },
          { label: say.case, value: procedure.case?.name ?? '' },
          { label: say.field, value: procedure.field },
          { label: say.agency, value: procedure.agency },
          { label: say.results, value: procedure.results.join('; ') },
          { label: say.sets, value: String(intake.sets) },
          { label: say.note, value: intake.note },
        ]}
      />
    </Card>
  );
};

/** When it was received, when it is promised and why just then, and how the result is handed over. */
export const PromiseCard = ({ state }: { state: Taken }) => {
  const words = useWords();
  const say = words.dossiers.page;
  const { accepted, particulars } = state;
  const { deadline } = state.clock;
  const { delivery } = particulars;
  const warning = deadlineWarning(deadline, words.calendar);
  const moved = deadline.dueAt !== accepted.deadline.dueAt;
  return (
    <Card title={moved ? words.acts.facts.promiseNow : say.deadline}>
      <p className={classes['due']}>{formatDateTime(deadline.dueAt, words.calendar)}</p>
      {moved && (
        <p className={classes['quiet']}>
          {words.acts.facts.promiseThen({ due: formatDateTime(accepted.deadline.dueAt, words.calendar) })}
        </p>
      )}
      <p className={classes['quiet']}>{deadlineReason(deadline, words.calendar)}</p>
      {state.clock.pausedAt !== null && businessOf(state) === 'awaitingSupplements' && (
        <p className={classes['warning']}>
          {words.acts.facts.promiseStopped({ at: formatDateTime(state.clock.pausedAt, words.calendar) })}
        </p>
      )}
      {warning !== undefined && <p className={classes['warning']}>{warning}</p>}
      <Facts
        facts={[
          { label: say.received, value: formatDateTime(accepted.receivedAt, words.calendar) },
          { label: say.businessDay, value: formatDate(accepted.businessDay, words.calendar) },
          { label: say.term, value: formatTerm(deadline.term, words.calendar) },
          {
            label: say.delivery,
            value: [say.deliveries[delivery.method], delivery.address]
              .filter((part) => part !== '')
              .join(': '),
          },
        ]}
      />
    </Card>
  );
};

/** The fields of the procedure's own form, with the labels they had. */
export const AnswersCard = ({ accepted }: { accepted: DossierAccepted }) => {
  const say = useWords().dossiers.page;
  if (accepted.answerLines.length === 0) return null;
  return (
    <Card title={say.answers}>
      <Facts facts={accepted.answerLines.map(({ label, text }) => ({ label, value: text }))} />
    </Card>
  );
};

/** Dossiers the clerk was warned about; those at hand are named by their code. */
export const Duplicates = ({ ids }: { ids: readonly string[] }) => {
  const say = useWords().dossiers.page;
  const known = useLiveRows((dossiers) => dossiers.bulkGet([...ids]), [ids.join(' ')]);
  if (ids.length === 0) return null;
  return (
    <Card title={say.duplicates}>
      <p className={classes['quiet']}>{say.duplicateNote}</p>
      <div className={classes['buttons']}>
        {ids.map((id, place) => (
          <Button key={id} variant="default" size="sm" onClick={() => go('dossier', { id })}>
            {[say.actions.duplicate, known?.[place]?.code ?? (ids.length > 1 ? String(place + 1) : '')]
              .filter((part) => part !== '')
              .join(' ')}
          </Button>
        ))}
      </div>
    </Card>
  );
};

/** Form 02: what was missing. */
export const GuidanceCard = ({ guided }: { guided: IntakeGuided }) => {
  const say = useWords().dossiers.page;
  return (
    <Card title={say.guidance}>
      <Facts
        facts={[
          { label: say.number, value: formNumber('guidance', guided) },
          { label: say.reason, value: guided.reason },
        ]}
      />
      {guided.missing.length > 0 && (
        <Table className={classes['table'] ?? ''} layout="auto">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say.missingColumns.name}</Table.Th>
              <Table.Th className={classes['number'] ?? ''}>{say.missingColumns.count}</Table.Th>
              <Table.Th>{say.missingColumns.what}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {guided.missing.map((paper, place) => (
              <Table.Tr key={place}>
                <Table.Td>{paper.name}</Table.Td>
                <Table.Td className={classes['number'] ?? ''}>{paper.count}</Table.Td>
                <Table.Td>{paper.what}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Card>
  );
};

/** Form 03: why it was not taken. */
export const RefusalCard = ({ refused }: { refused: IntakeRefused }) => {
  const say = useWords().dossiers.page;
  return (
    <Card title={say.refusal}>
      <Facts
        facts={[
          { label: say.number, value: formNumber('refusal', refused) },
          { label: say.reason, value: refused.reason },
        ]}
      />
    </Card>
  );
};
