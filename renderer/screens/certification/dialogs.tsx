import { Button, Stack } from '@mantine/core';
import type { CertificationPage } from '../../../shared/contract.ts';
import { ask } from '../../bridge.ts';
import { PanelDialog } from '../../frame/panel-dialog.tsx';
import { toast } from '../../frame/toast.ts';
import type { PaperSource } from '../../paper/paper-source.ts';
import { useAnswer } from '../../use-answer.ts';
import { faultText, useWords } from '../../words.ts';
import { MonthDialog } from './month-dialog.tsx';
import { PlaceDialog } from './place-dialog.tsx';
import { SignerForm } from './standing-notices.tsx';
import { TextForm } from './text-form.tsx';
import classes from './certification.module.css';

export type DialogName = 'signer' | 'handOver' | 'take' | 'key' | 'month' | 'place';

const custodyPaper: PaperSource = { kind: 'certification', paper: 'custody', of: '', numbers: [] };

interface Props {
  name: DialogName | null;
  page: CertificationPage;
  onClose: () => void;
  onPaper: (source: PaperSource) => void;
}

/** Before: to which desk. After: the line the other desk takes, as long as the book is away. */
const HandOver = ({ page, onPaper }: Pick<Props, 'page' | 'onPaper'>) => {
  const say = useWords().certification.screen.custody;
  const { custody } = page;
  if (custody)
    return (
      <Stack gap="sm">
        <p>{say.handed({ desk: custody.toDesk })}</p>
        <output className={classes['line']}>{custody.line}</output>
        <div>
          <Button onClick={() => onPaper(custodyPaper)}>{say.print}</Button>
        </div>
      </Stack>
    );
  return (
    <Stack gap="sm">
      <p>{say.handText}</p>
      <TextForm
        fields={[{ name: 'toDesk', label: say.toDesk, numeric: true }]}
        submit={say.hand}
        onSubmit={({ toDesk = '' }) =>
          ask('certification.handOver', { toDesk: toDesk.trim() === '' ? 0 : Number(toDesk) })
        }
      />
    </Stack>
  );
};

const askKey = () => ask('certification.showKey', {});

const RegisterKey = () => {
  const words = useWords();
  const { value, fault } = useAnswer(askKey);
  return (
    <Stack gap="sm">
      <p>{words.certification.screen.custody.keyText}</p>
      {value && <output className={classes['line']}>{value.key}</output>}
      {fault && <p className="fault">{faultText(words, fault)}</p>}
    </Stack>
  );
};

/** What is done with the book now and then, each over the page of the pile being typed. */
export const CertificationDialogs = ({ name, page, onClose, onPaper }: Props) => {
  const words = useWords();
  const say = words.certification.screen;
  return (
    <>
      <PanelDialog title={say.signer.title} opened={name === 'signer'} onClose={onClose}>
        <SignerForm page={page} onDone={onClose} />
      </PanelDialog>
      <PanelDialog title={say.custody.handTitle} opened={name === 'handOver'} onClose={onClose} size={640}>
        <HandOver page={page} onPaper={onPaper} />
      </PanelDialog>
      <PanelDialog title={say.custody.takeTitle} opened={name === 'take'} onClose={onClose} size={640}>
        <Stack gap="sm">
          <p>{say.custody.takeText}</p>
          <TextForm
            fields={[{ name: 'line', label: say.custody.line }]}
            submit={say.custody.take}
            onSubmit={({ line = '' }) => ask('certification.take', { line })}
            onDone={() => {
              toast('good', say.custody.taken, 'certification');
              onClose();
            }}
          />
        </Stack>
      </PanelDialog>
      <PanelDialog title={say.custody.keyTitle} opened={name === 'key'} onClose={onClose} size={640}>
        <RegisterKey />
      </PanelDialog>
      <PanelDialog title={say.place.title} opened={name === 'place'} onClose={onClose} size={720}>
        <PlaceDialog page={page} onPaper={onPaper} />
      </PanelDialog>
      <PanelDialog title={say.month.title} opened={name === 'month'} onClose={onClose} size={1080}>
        <MonthDialog page={page} onPaper={onPaper} />
      </PanelDialog>
    </>
  );
};
