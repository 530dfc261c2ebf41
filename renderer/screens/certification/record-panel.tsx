import { Button } from '@mantine/core';
import type { CertificationPage } from '../../../shared/contract.ts';
import { numbersText, volumeText } from '../../../shared/certification/numbers.ts';
import type { PileContent } from '../../../shared/certification/pile.ts';
import { formatDate } from '../../../shared/calendar/vietnam-time.ts';
import { formatMoney } from '../../../shared/fees/money.ts';
import { useWords } from '../../words.ts';
import classes from './certification.module.css';

const acceptKey = 'Ctrl+Enter';

interface Props {
  page: CertificationPage;
  pile: PileContent;
  isBusy: boolean;
  onAccept: () => void;
}

/** What Ctrl+Enter would write, alive while she types. */
export const RecordPanel = ({ page, pile, isBusy, onAccept }: Props) => {
  const words = useWords();
  const say = words.certification.screen.record;
  const { place, standing, signer, day, settings } = page;
  const year = Number(day.day.slice(0, 4));
  const today = place?.year === year ? place : { year, volume: 1, next: 1 };
  const held = standing === 'held';
  const copies = pile.entries.reduce((sum, entry) => sum + entry.copies, 0);
  const count = pile.entries.length;
  const numbers = numbersText(today.next, today.next + Math.max(1, count) - 1);
  const prints = settings.printSlip || settings.printAttestations;
  const charged = pile.exemption === '' ? formatMoney(pile.total) : say.exempt;
  // Nothing typed yet costs nothing yet: that is no 0 đ.
  const total = count === 0 ? '–' : charged;
  const accept = held ? (prints ? say.accept : say.acceptQuiet) : say.acceptWaiting;
  return (
    <section className={classes['record']} aria-label={say.title}>
      <h2>{say.title}</h2>
      <dl>
        <div>
          <dt>{say.numbers}</dt>
          <dd className={classes['figure']}>{held ? say.planned({ numbers }) : say.waits}</dd>
        </div>
        {held && (
          <div className={classes['half']}>
            <dt>{say.volume}</dt>
            <dd>{volumeText(today)}</dd>
          </div>
        )}
        <div className={classes['half']}>
          <dt>{say.day}</dt>
          <dd>{formatDate(day.day, words.calendar)}</dd>
        </div>
        {held && (
          <div>
            <dt>{say.signer}</dt>
            <dd>{signer ? `${signer.title} ${signer.name}` : say.noSigner}</dd>
          </div>
        )}
        <div className={classes['half']}>
          <dt>{say.copies}</dt>
          <dd>{copies}</dd>
        </div>
        <div className={classes['half']}>
          <dt>{say.total}</dt>
          <dd className={classes['figure']} data-total>
            {total}
          </dd>
        </div>
      </dl>
      <Button fullWidth loading={isBusy} onClick={onAccept} rightSection={<kbd>{acceptKey}</kbd>}>
        {accept}
      </Button>
    </section>
  );
};
