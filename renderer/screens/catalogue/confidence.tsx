import type { Confidence as Level } from '../../../shared/catalogue/procedure.ts';
import { useWords } from '../../words.ts';
import classes from './catalogue.module.css';

/** Says so where the catalogue is not sure; what is sure needs no mark. */
export const Confidence = ({ of }: { of: Level }) => {
  const words = useWords();
  if (of === 'high') return null;
  return (
    <p className={classes['confidence']} data-level={of} title={words.dossiers.procedures.confidenceHelp}>
      <span aria-hidden="true">{of === 'low' ? '▲' : '△'}</span> {words.catalogue.confidence[of]}
    </p>
  );
};
