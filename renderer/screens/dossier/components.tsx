import { Table } from '@mantine/core';
import type { ComponentFrozen } from '../../../shared/dossier/events.ts';
import { useWords } from '../../words.ts';
import { Card } from './facts.tsx';
import classes from './dossier.module.css';

const countText = (count: number) => (count === 0 ? '' : String(count));

/** The papers of a dossier as they lay on the counter, and which originals the office still holds. */
export const Components = ({ components }: { components: readonly ComponentFrozen[] }) => {
  const words = useWords();
  const say = words.dossiers.page;
  const { originals, certified, copies, pages, name, mode } = say.componentColumns;
  const withPages = components.some((component) => component.pages > 0);
  if (components.length === 0)
    return (
      <Card title={say.components}>
        <p className={classes['quiet']}>{say.noComponents}</p>
      </Card>
    );
  return (
    <Card title={say.components}>
      <Table className={classes['table'] ?? ''} layout="auto">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{name}</Table.Th>
            <Table.Th>{mode}</Table.Th>
            <Table.Th className={classes['number'] ?? ''}>{originals}</Table.Th>
            <Table.Th className={classes['number'] ?? ''}>{certified}</Table.Th>
            <Table.Th className={classes['number'] ?? ''}>{copies}</Table.Th>
            {withPages && <Table.Th className={classes['number'] ?? ''}>{pages}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {components.map((component, place) => (
            <Table.Tr key={place}>
              <Table.Td>
                {component.name}
                {component.held && <strong className={classes['held']}> · {say.heldMark}</strong>}
                {component.files.length > 0 && (
                  <span className={classes['quiet']}> · {say.files({ count: component.files.length })}</span>
                )}
              </Table.Td>
              <Table.Td>{say.modes[component.mode]}</Table.Td>
              <Table.Td className={classes['number'] ?? ''}>{countText(component.originals)}</Table.Td>
              <Table.Td className={classes['number'] ?? ''}>{countText(component.certified)}</Table.Td>
              <Table.Td className={classes['number'] ?? ''}>{countText(component.copies)}</Table.Td>
              {withPages && (
                <Table.Td className={classes['number'] ?? ''}>{countText(component.pages)}</Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
};
