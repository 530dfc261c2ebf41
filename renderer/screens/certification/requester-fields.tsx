import type { Dispatch, KeyboardEvent, RefObject } from 'react';
import { TextInput } from '@mantine/core';
import type { Requester } from '../../../shared/certification/pile.ts';
import { useWords } from '../../words.ts';
import type { PileAction } from './pile-form.ts';
import classes from './certification.module.css';

interface Props {
  requester: Requester;
  errors: Readonly<Record<string, string>>;
  dispatch: Dispatch<PileAction>;
  name: RefObject<HTMLInputElement | null>;
  /** Enter: on to the papers; the register wants no more than the name. */
  onNext: () => void;
}

/** Who asks: by card, or by name alone. */
export const RequesterFields = ({ requester, errors, dispatch, name, onNext }: Props) => {
  const say = useWords().certification.screen;
  const set = (change: Partial<Requester>) => dispatch({ type: 'requester', change });
  const next = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onNext();
  };
  return (
    <div className={classes['requester']}>
      <TextInput
        ref={name}
        data-field="requester.name"
        label={say.name}
        placeholder={say.nameHint}
        value={requester.name}
        error={errors['requester.name']}
        autoComplete="off"
        onChange={(event) => set({ name: event.currentTarget.value })}
        onKeyDown={next}
      />
      <TextInput
        data-field="requester.idNumber"
        label={say.idNumber}
        value={requester.idNumber}
        error={errors['requester.idNumber']}
        autoComplete="off"
        onChange={(event) => set({ idNumber: event.currentTarget.value })}
        onKeyDown={next}
      />
      <TextInput
        data-field="requester.address"
        label={say.address}
        value={requester.address}
        error={errors['requester.address']}
        autoComplete="off"
        onChange={(event) => set({ address: event.currentTarget.value })}
        onKeyDown={next}
      />
    </div>
  );
};
