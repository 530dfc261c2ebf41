import { Checkbox } from '@mantine/core';
import type { Remembered } from '../../../../shared/contract.ts';
import type { OfficialReceipt, ReceiptKind } from '../../../../shared/dossier/acts/money-events.ts';
import { ProposedNumbers } from '../../../money/proposed-number.tsx';
import { useWords } from '../../../words.ts';
import { Choice, Day, Line, Row } from './fields.tsx';

const kinds: readonly ReceiptKind[] = ['electronic', 'ordered', 'selfPrinted'];

/** As the last one written was; the number is the paper's and is never guessed. */
export const blankReceipt = (remembered: Remembered | null, today: string): OfficialReceipt => {
  const last = remembered?.receipts[0];
  return {
    form: last?.form ?? '',
    series: last?.series ?? '',
    kind: last?.kind ?? 'electronic',
    number: '',
    date: today,
  };
};

interface FieldsProps {
  value: OfficialReceipt;
  onChange: (receipt: OfficialReceipt) => void;
  remembered: Remembered | null;
}

/** The official biên lai as it stands on the paper. */
export const ReceiptFields = ({ value, onChange, remembered }: FieldsProps) => {
  const words = useWords();
  const say = words.acts.forms.fields;
  const change = (part: Partial<OfficialReceipt>) => onChange({ ...value, ...part });
  const known = remembered?.receipts ?? [];
  return (
    <>
      <Choice
        field="receipt.kind"
        label={say.receiptKind}
        value={value.kind}
        options={kinds.map((kind) => ({ value: kind, label: words.acts.receiptKinds[kind] }))}
        onChange={(kind) => change({ kind })}
      />
      <ProposedNumbers onUse={change} />
      <Row>
        <Line
          field="receipt.form"
          label={say.receiptForm}
          offered={known.map(({ form }) => form)}
          value={value.form}
          onChange={(form) => change({ form })}
        />
        <Line
          field="receipt.series"
          label={say.receiptSeries}
          offered={known.map(({ series }) => series)}
          value={value.series}
          onChange={(series) => change({ series })}
        />
        <Line
          field="receipt.number"
          label={say.receiptNumber}
          value={value.number}
          onChange={(number) => change({ number })}
        />
        <Day
          field="receipt.date"
          label={say.receiptDate}
          value={value.date}
          onChange={(date) => change({ date })}
        />
      </Row>
    </>
  );
};

interface Props {
  value: OfficialReceipt | null;
  onChange: (receipt: OfficialReceipt | null) => void;
  remembered: Remembered | null;
  today: string;
}

/** Recorded with the payment, or later by an act of its own. */
export const OptionalReceipt = ({ value, onChange, remembered, today }: Props) => (
  <>
    <Checkbox
      size="sm"
      label={useWords().acts.forms.fields.withReceipt}
      checked={value !== null}
      onChange={(event) => onChange(event.currentTarget.checked ? blankReceipt(remembered, today) : null)}
    />
    {value !== null && <ReceiptFields value={value} onChange={onChange} remembered={remembered} />}
  </>
);
