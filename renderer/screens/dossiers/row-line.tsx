import type { DossierRow } from '../../../shared/contract.ts';
import { ask } from '../../bridge.ts';
import { useTold } from '../../use-told.ts';
import classes from './dossiers.module.css';

/** The one line of the dossier she stands on, which its row has no room for; the page of the dossier and F7 say the same. */
export const RowLine = ({ row, name }: { row: DossierRow | undefined; name: string }) => {
  const id = row?.id ?? '';
  const { answer } = useTold(() => ask('dossier.standing', { id }), 'strip', id !== '', id);
  return (
    <p className={classes['line']} id={name}>
      {answer?.ok === true ? answer.value.line : ''}
    </p>
  );
};
