import { Table } from '@mantine/core';
import { paperCondition } from '../../../shared/catalogue/condition.ts';
import type { Procedure, ProcedureComponent } from '../../../shared/catalogue/procedure.ts';
import { useWords } from '../../words.ts';
import { Card } from '../dossier/facts.tsx';
import { Confidence } from './confidence.tsx';
import classes from './catalogue.module.css';

const countText = (count: number) => (count === 0 ? '' : String(count));

const Condition = ({ component }: { component: ProcedureComponent }) => {
  const { components: say } = useWords().intake;
  const read = paperCondition(component);
  if (read.kind === 'none') return null;
  const { text: condition } = read;
  return (
    <div className={classes['quiet']}>
      {read.kind === 'note' ? say.note({ condition }) : say.onlyWhen({ condition })}
    </div>
  );
};

/** The papers to bring, each with when it is needed and what becomes of it. */
export const ProcedureComponents = ({ procedure }: { procedure: Procedure }) => {
  const words = useWords();
  const say = words.dossiers.procedures;
  const columns = say.componentColumns;
  return (
    <Card title={say.components}>
      <Confidence of={procedure.confidence.components} />
      {procedure.components.length === 0 ? (
        <p className={classes['quiet']}>{say.noComponents}</p>
      ) : (
        <Table className={classes['table'] ?? ''} layout="auto">
          <Table.Thead>
            <Table.Tr>
              <Table.Th className={classes['index'] ?? ''}>{columns.index}</Table.Th>
              <Table.Th>{columns.name}</Table.Th>
              <Table.Th className={classes['mode'] ?? ''}>{columns.mode}</Table.Th>
              <Table.Th className={classes['number'] ?? ''}>{columns.originals}</Table.Th>
              <Table.Th className={classes['number'] ?? ''}>{columns.copies}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {procedure.components.map((component) => (
              <Table.Tr key={component.index}>
                <Table.Td>{component.index}</Table.Td>
                <Table.Td>
                  {component.name}
                  {component.required && <span className={classes['quiet']}> · {say.required}</span>}
                  <Condition component={component} />
                  {component.form !== null && (
                    <div className={classes['quiet']}>{say.formCode({ form: component.form })}</div>
                  )}
                </Table.Td>
                <Table.Td className={classes['mode'] ?? ''}>{words.catalogue.modes[component.mode]}</Table.Td>
                <Table.Td className={classes['number'] ?? ''}>{countText(component.originals)}</Table.Td>
                <Table.Td className={classes['number'] ?? ''}>{countText(component.copies)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Card>
  );
};
