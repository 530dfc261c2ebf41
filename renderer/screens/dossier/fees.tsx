import { Table } from '@mantine/core';
import type { FeeFrozen } from '../../../shared/dossier/events.ts';
import { feeLines } from '../../../shared/forms/fee-rows.ts';
import { useWords } from '../../words.ts';
import { Card } from './facts.tsx';
import classes from './dossier.module.css';

/** Fees in the words of the receipt: what the province has not set is said, never shown as 0 đ. */
export const Fees = ({ fees, feeTotal }: { fees: readonly FeeFrozen[]; feeTotal: number }) => {
  const words = useWords();
  const say = words.dossiers.page;
  const lines = feeLines(fees, feeTotal, words);
  if (lines.rows.length === 0)
    return (
      <Card title={say.fees}>
        <p className={classes['quiet']}>{say.noFees}</p>
      </Card>
    );
  return (
    <Card title={say.fees}>
      <Table className={classes['table'] ?? ''} layout="auto">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say.feeColumns.label}</Table.Th>
            <Table.Th className={classes['number'] ?? ''}>{say.feeColumns.total}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.rows.map((line, place) => (
            <Table.Tr key={place}>
              <Table.Td>
                {line.label}
                {line.detail !== '' && <span className={classes['quiet']}> · {line.detail}</span>}
              </Table.Td>
              <Table.Td className={classes['number'] ?? ''}>{line.amount}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        {lines.total !== '' && (
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th>{say.feeTotal}</Table.Th>
              <Table.Th className={classes['number'] ?? ''}>{lines.total}</Table.Th>
            </Table.Tr>
          </Table.Tfoot>
        )}
      </Table>
    </Card>
  );
};
