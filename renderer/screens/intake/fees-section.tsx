import { memo } from 'react';
import { CloseButton, Button, Group, NativeSelect, Table, Text, TextInput } from '@mantine/core';
import type { Procedure } from '../../../shared/catalogue/procedure.ts';
import type { FeeFrozen } from '../../../shared/dossier/events.ts';
import type { FeeEntry } from '../../../shared/dossier/form.ts';
import { formatMoney } from '../../../shared/fees/money.ts';
import { AmountField } from '../../money/amount-field.tsx';
import { useWords } from '../../words.ts';
import { AskAmount } from './ask-amount.tsx';
import type { Errors } from './field-errors.ts';
import { readCount } from './grid-keys.ts';
import classes from './intake.module.css';
import tables from './tables.module.css';

interface FeesSectionProps {
  procedure: Procedure;
  entries: readonly FeeEntry[];
  /** The lines as main works them out; behind by a keystroke at most. */
  lines: readonly FeeFrozen[];
  errors: Errors;
  onChange: (at: number, change: Partial<FeeEntry>) => void;
  onAdd: () => void;
  onRemove: (at: number) => void;
  /** Keeps a province's amount; resolves with what to say at the field, or null when it is kept. */
  onAmount: (fee: string, amount: number, decision: string) => Promise<string | null>;
  onAdvance: (from: string) => void;
}

interface RowProps extends Omit<FeesSectionProps, 'entries' | 'onAdd'> {
  at: number;
  entry: FeeEntry;
  /** The lines this entry makes. */
  lines: readonly FeeFrozen[];
}

/** What one entry comes to: copy certification makes a line of each paper. */
const useTotal = () => {
  const { intake } = useWords();
  return (lines: readonly FeeFrozen[]): string => {
    if (lines.length === 0) return '';
    if (lines.some((line) => line.state === 'toBeSet')) return intake.fees.toBeSet;
    if (lines.every((line) => line.state === 'exempt')) return intake.fees.exempt;
    if (lines.every((line) => line.state === 'free')) return intake.fees.free;
    return formatMoney(lines.reduce((sum, line) => sum + (line.total ?? 0), 0));
  };
};

const FeeRow = ({
  at,
  entry,
  lines,
  procedure,
  errors,
  onChange,
  onRemove,
  onAmount,
  onAdvance,
}: RowProps) => {
  const { intake } = useWords();
  const say = intake.fees;
  const total = useTotal()(lines);
  const path = `fees.${at}`;
  const name = entry.label === '' ? say.addedLabel : entry.label;
  const label = (column: string) => say.cell({ column, name });
  const fee = procedure.fees.find((one) => one.id === entry.fee);
  const exemptions = procedure.exemptions.filter((one) => entry.fee !== null && one.fees.includes(entry.fee));
  // Once the province has set it, its resolution stands where the catalogue's note stood.
  const basis = lines[0]?.basis || (fee?.note ?? '');
  const isOurs = fee !== undefined;
  // How many is worked out from the procedure's own form.
  const isCounted = fee?.rule !== undefined;
  const asks = fee !== undefined && entry.amount === null && entry.exemption === null && entry.quantity > 0;
  const error = ['amount', 'quantity', 'label', 'exemption']
    .map((one) => errors[`${path}.${one}`])
    .find(Boolean);

  return (
    <>
      <Table.Tr>
        <Table.Td className={tables['paperName'] ?? ''}>
          {isOurs ? (
            <bdi>{entry.label}</bdi>
          ) : (
            <TextInput
              data-field={`${path}.label`}
              aria-label={say.addedLabel}
              placeholder={say.addedLabel}
              size="xs"
              value={entry.label}
              onChange={(event) => onChange(at, { label: event.currentTarget.value })}
              rightSection={
                <CloseButton size="sm" aria-label={say.removeRow({ name })} onClick={() => onRemove(at)} />
              }
            />
          )}
          {basis !== '' && <bdi className={tables['condition']}>{basis}</bdi>}
          {error !== undefined && <span className={classes['cellError']}>{error}</span>}
        </Table.Td>
        <Table.Td className={tables['money'] ?? ''}>
          {isOurs ? (
            entry.amount === null ? (
              say.unknownAmount
            ) : (
              `${formatMoney(entry.amount)}/${fee.unit}`
            )
          ) : (
            <AmountField
              data-field={`${path}.amount`}
              aria-label={label(say.amount)}
              size="xs"
              suffix=" đ"
              value={entry.amount}
              onChange={(amount) => onChange(at, { amount })}
            />
          )}
        </Table.Td>
        <Table.Td>
          {isCounted ? (
            <Text size="sm" ta="center">
              {lines.reduce((sum, line) => sum + line.quantity, 0)}
            </Text>
          ) : (
            <TextInput
              data-field={`${path}.quantity`}
              aria-label={label(say.quantity)}
              className={tables['count'] ?? ''}
              size="xs"
              inputMode="numeric"
              value={entry.quantity === 0 ? '' : String(entry.quantity)}
              onChange={(event) => onChange(at, { quantity: readCount(event.currentTarget.value) })}
              onFocus={(event) => event.currentTarget.select()}
            />
          )}
        </Table.Td>
        <Table.Td>
          {exemptions.length > 0 && (
            <NativeSelect
              data-field={`${path}.exemption`}
              aria-label={label(say.exemption)}
              size="xs"
              value={entry.exemption ?? ''}
              onChange={(event) =>
                onChange(at, {
                  exemption: event.currentTarget.value === '' ? null : event.currentTarget.value,
                })
              }
              data={[
                { value: '', label: say.noExemption },
                ...exemptions.map((one, order) => ({ value: one.id, label: `${order + 1}. ${one.label}` })),
              ]}
            />
          )}
        </Table.Td>
        <Table.Td className={tables['money'] ?? ''}>{total}</Table.Td>
      </Table.Tr>
      {asks && (
        <Table.Tr>
          <Table.Td colSpan={5}>
            <AskAmount
              path={path}
              name={name}
              onKeep={(amount, decision) => onAmount(fee.id, amount, decision)}
              onDone={() => onAdvance(`${path}.amount`)}
            />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
};

/** What is charged, line by line: by law, by the province, or not at all. */
export const FeesSection = memo(function FeesSection({ entries, lines, onAdd, ...row }: FeesSectionProps) {
  const { intake } = useWords();
  const say = intake.fees;
  const linesOf = (entry: FeeEntry, at: number): FeeFrozen[] => {
    if (entry.fee !== null) return lines.filter((line) => line.fee === entry.fee);
    const earlier = entries.slice(0, at).filter((one) => one.fee === null && one.quantity > 0).length;
    return lines.filter((line) => line.fee === null).slice(earlier, earlier + 1);
  };
  return (
    <div className={classes['stack']} data-rows>
      {entries.length > 0 && (
        <div className={tables['tableBox']}>
          <Table
            className={tables['fees'] ?? ''}
            aria-label={say.table}
            verticalSpacing={2}
            horizontalSpacing={4}
          >
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{say.label}</Table.Th>
                <Table.Th className={tables['amount'] ?? ''}>{say.amount}</Table.Th>
                <Table.Th className={tables['narrow'] ?? ''}>{say.quantity}</Table.Th>
                <Table.Th className={tables['exemption'] ?? ''}>{say.exemption}</Table.Th>
                <Table.Th className={tables['amount'] ?? ''}>{say.total}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {entries.map((entry, at) => (
                <FeeRow
                  {...row}
                  key={entry.fee ?? `added-${at}`}
                  at={at}
                  entry={entry}
                  lines={linesOf(entry, at)}
                />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      <Group>
        <Button data-add variant="default" size="compact-md" onClick={onAdd}>
          {say.add}
        </Button>
      </Group>
    </div>
  );
});
