import { parseCard } from '../../../../shared/citizen/card.ts';
import type { ShownInput } from '../../../../shared/dossier/acts/commands.ts';
import { readReceiptScan } from '../../../../shared/forms/receipt-scan.ts';
import { useScan } from '../../../scan.ts';
import { useWords } from '../../../words.ts';
import { Choice, Line } from './fields.tsx';
import classes from './acts.module.css';

interface Props {
  value: ShownInput;
  onChange: (shown: ShownInput) => void;
  /** What may be shown here: nothing stands at the counter when the result is sent. */
  ways: readonly ShownInput['by'][];
  /** Business day, for reading a card. */
  today: string;
}

const blank = (by: ShownInput['by']): ShownInput => {
  switch (by) {
    case 'receipt':
      return { by, code: '', key: null };
    case 'card':
    case 'statement':
      return { by, idNumber: '' };
    case 'sent':
      return { by, waybill: '' };
  }
};

/** A scan anywhere in the dialog says by itself what was shown: the receipt, or a card. */
const useShownScan = (value: ShownInput, today: string, onChange: (shown: ShownInput) => void): void =>
  useScan(({ text, kind }) => {
    if (kind === 'receipt') {
      const read = readReceiptScan(text);
      if (read === null) return false;
      onChange({ by: 'receipt', code: read.code, key: read.key });
      return true;
    }
    if (kind !== 'card') return false;
    const read = parseCard(text, today);
    if (!read.ok) return false;
    const by = value.by === 'statement' ? 'statement' : 'card';
    onChange({ by, idNumber: read.card.person.idNumber });
    return true;
  });

export const ShownField = ({ value, onChange, ways, today }: Props) => {
  const words = useWords();
  const { fields } = words.acts.forms;
  useShownScan(value, today, onChange);
  return (
    <>
      <Choice
        field="shown.by"
        label={fields.shown}
        hint={fields.scanHint}
        value={value.by}
        options={ways.map((by) => ({ value: by, label: words.acts.shown[by] }))}
        onChange={(by) => onChange(blank(by))}
      />
      {value.by === 'receipt' && (
        <Line
          field="shown.code"
          label={fields.receiptCode}
          hint={value.key === null ? fields.keyUnread : fields.keyRead}
          value={value.code}
          onChange={(typed) => onChange({ by: 'receipt', code: typed, key: null })}
        />
      )}
      {(value.by === 'card' || value.by === 'statement') && (
        <Line
          field="shown.idNumber"
          label={value.by === 'card' ? fields.cardNumber : fields.statementNumber}
          value={value.idNumber}
          onChange={(idNumber) => onChange({ by: value.by, idNumber })}
        />
      )}
      {value.by === 'statement' && <p className={classes['note']}>{fields.statementNote}</p>}
      {value.by === 'sent' && (
        <Line
          field="shown.waybill"
          label={fields.waybill}
          value={value.waybill}
          onChange={(waybill) => onChange({ by: 'sent', waybill })}
        />
      )}
    </>
  );
};
