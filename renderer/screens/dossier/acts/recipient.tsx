import type { RecipientInput } from '../../../../shared/dossier/acts/commands.ts';
import { isSamePerson } from '../../../../shared/forms/people.ts';
import type { Taken } from '../../../../shared/dossier/state.ts';
import { useWords } from '../../../words.ts';
import { Choice, Line, Row } from './fields.tsx';
import type { Option } from './fields.tsx';

/** Who most often comes: whoever handed it in. */
export const usualRecipient = ({ particulars: { owner, submitter } }: Taken): RecipientInput =>
  isSamePerson(owner, submitter) ? { kind: 'owner' } : { kind: 'submitter' };

interface Props {
  state: Taken;
  value: RecipientInput;
  onChange: (to: RecipientInput) => void;
  first?: boolean;
}

/** To whom it is handed; a proxy names herself and the paper that lets her. */
export const RecipientField = ({ state, value, onChange, first = false }: Props) => {
  const words = useWords();
  const { fields } = words.acts.forms;
  const say = words.acts.recipients;
  const { owner, submitter } = state.particulars;
  const options: Option<RecipientInput['kind']>[] = [
    { value: 'owner', label: `${say.owner}: ${owner.name}` },
    ...(isSamePerson(owner, submitter)
      ? []
      : [{ value: 'submitter' as const, label: `${say.submitter}: ${submitter.name}` }]),
    { value: 'proxy', label: say.proxy },
  ];
  return (
    <>
      <Choice
        field="to"
        label={fields.recipient}
        first={first}
        value={value.kind}
        options={options}
        onChange={(kind) =>
          onChange(kind === 'proxy' ? { kind, name: '', idNumber: '', paper: '' } : { kind })
        }
      />
      {value.kind === 'proxy' && (
        <>
          <Row>
            <Line
              field="to.name"
              label={fields.proxyName}
              value={value.name}
              onChange={(name) => onChange({ ...value, name })}
            />
            <Line
              field="to.idNumber"
              label={fields.proxyNumber}
              value={value.idNumber}
              onChange={(idNumber) => onChange({ ...value, idNumber })}
            />
          </Row>
          <Line
            field="to.paper"
            label={fields.proxyPaper}
            value={value.paper}
            onChange={(paper) => onChange({ ...value, paper })}
          />
        </>
      )}
    </>
  );
};
