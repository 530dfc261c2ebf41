import { useEffect } from 'react';
import { ask, listen } from '../../bridge.ts';
import { useAnswer } from '../../use-answer.ts';

const askPage = () => ask('certification.page', {});

/** The register as main has it, asked again whenever main says it has changed. */
export const useRegister = () => {
  const { value: page, fault, again } = useAnswer(askPage);
  useEffect(
    () =>
      listen((telling) => {
        if (telling.kind === 'certification' || telling.kind === 'office') again();
      }),
    [again],
  );
  return { page, fault, again };
};
