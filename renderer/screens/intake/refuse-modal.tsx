import { useWords } from '../../words.ts';
import { OutcomeForm, OutcomeModal } from './outcome-form.tsx';

interface RefuseModalProps {
  opened: boolean;
  isBusy: boolean;
  fault: string | null;
  onClose: () => void;
  onConfirm: (reason: string) => void;
}

/** Form 03: a refusal with its ground. */
export const RefuseModal = ({ opened, onClose, ...rest }: RefuseModalProps) => {
  const { intake } = useWords();
  return (
    <OutcomeModal title={intake.refuse.title} opened={opened} size={600} onClose={onClose}>
      <OutcomeForm {...rest} say={intake.refuse} reasonRows={{ min: 3, max: 10 }} refuses onClose={onClose} />
    </OutcomeModal>
  );
};
