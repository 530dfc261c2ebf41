import { Button } from '@mantine/core';
import type { CertificationPage, PileRow } from '../../../shared/contract.ts';
import { numbersText, volumeText } from '../../../shared/certification/numbers.ts';
import { formatMoney } from '../../../shared/fees/money.ts';
import { ask } from '../../bridge.ts';
import { toast } from '../../frame/toast.ts';
import type { PaperSource } from '../../paper/paper-source.ts';
import { faultText, useWords } from '../../words.ts';
import type { DialogName } from './dialogs.tsx';
import classes from './certification.module.css';

interface Props {
  page: CertificationPage;
  onDialog: (dialog: DialogName) => void;
  onPaper: (source: PaperSource) => void;
  onWithdraw: (pile: PileRow) => void;
}

const slipOf = (pile: string): PaperSource => ({
  kind: 'certification',
  paper: 'certificationFee',
  of: pile,
  numbers: [],
});

/** The book itself: where it is, what is done with it, what waits and what was entered today. */
export const RegisterPanel = ({ page, onDialog, onPaper, onWithdraw }: Props) => {
  const words = useWords();
  const say = words.certification.screen;
  const { place, standing, waiting, today } = page;
  const held = standing === 'held';
  const year = Number(page.day.day.slice(0, 4));
  const yearOver = held && place !== null && place.year < year;

  const numberWaiting = async () => {
    const answer = await ask('certification.numberWaiting', {});
    if (!answer.ok) {
      toast('fault', faultText(words, answer.fault), 'certification');
      return;
    }
    const numbers = answer.value.map(({ from, to }) => numbersText(from, to)).join(', ');
    toast('good', say.done.numbered({ count: answer.value.length, numbers }), 'certification');
  };
  const act = async (method: 'certification.openVolume' | 'certification.closeYear', said: string) => {
    const answer = await ask(method, {});
    toast(answer.ok ? 'good' : 'fault', answer.ok ? said : faultText(words, answer.fault), 'certification');
  };

  return (
    <section className={classes['register']} aria-label={say.book.title}>
      <h2>{say.book.title}</h2>
      {held && place && (
        <p>
          {say.book.held({
            volume: volumeText(yearOver ? { year, volume: 1 } : place),
            next: yearOver ? 1 : place.next,
          })}
        </p>
      )}
      <div className={classes['acts']}>
        {yearOver && (
          <Button
            size="compact-sm"
            onClick={() => void act('certification.closeYear', say.book.yearClosed({ year: place.year }))}
          >
            {say.book.closeYear({ year: place.year })}
          </Button>
        )}
        {standing !== 'unopened' && (
          <>
            {held ? (
              <Button size="compact-sm" variant="default" onClick={() => onDialog('handOver')}>
                {say.book.handOver}
              </Button>
            ) : (
              <Button size="compact-sm" variant="default" onClick={() => onDialog('take')}>
                {say.book.take}
              </Button>
            )}
            {page.custody && (
              <Button size="compact-sm" variant="default" onClick={() => onDialog('handOver')}>
                {say.custody.showAgain}
              </Button>
            )}
            <Button size="compact-sm" variant="default" onClick={() => onDialog('signer')}>
              {say.book.signer}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => onDialog('month')}>
              {say.book.month}
            </Button>
            {held && place && !yearOver && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() =>
                  void act(
                    'certification.openVolume',
                    say.book.volumeOpened({ volume: volumeText({ year, volume: place.volume + 1 }) }),
                  )
                }
              >
                {say.book.volume}
              </Button>
            )}
            <Button size="compact-sm" variant="default" onClick={() => onDialog('key')}>
              {say.book.showKey}
            </Button>
          </>
        )}
        <Button size="compact-sm" variant="default" onClick={() => onDialog('place')}>
          {say.book.place}
        </Button>
      </div>
      {waiting.length > 0 && (
        <>
          <h3>{say.waiting.title({ count: waiting.length })}</h3>
          {held && (
            <Button size="compact-sm" onClick={() => void numberWaiting()}>
              {say.waiting.number({ count: waiting.length })}
            </Button>
          )}
          <ul className={classes['piles']}>
            {waiting.map((pile) => (
              <li key={pile.id}>
                <span>
                  {say.waiting.row({ name: pile.name, kinds: pile.kinds, total: formatMoney(pile.total) })}
                </span>
                <span className={classes['rowActs']}>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={say.today.slipOf({ name: pile.name })}
                    onClick={() => onPaper(slipOf(pile.id))}
                  >
                    {say.waiting.slip}
                  </Button>
                  <Button size="compact-xs" variant="subtle" onClick={() => onWithdraw(pile)}>
                    {say.waiting.withdraw}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{say.today.title({ count: today.length })}</h3>
      {today.length === 0 && <p className={classes['quiet']}>{say.today.none}</p>}
      <ul className={classes['piles']}>
        {today.map((pile) => (
          <li key={pile.id}>
            <span>
              <strong>{numbersText(pile.from, pile.to)}</strong> {pile.name} · {formatMoney(pile.total)}
              {!pile.printed && <small> · {say.today.unprinted}</small>}
            </span>
            <span className={classes['rowActs']}>
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={say.today.slipOf({ name: pile.name })}
                onClick={() => onPaper(slipOf(pile.id))}
              >
                {say.today.slip}
              </Button>
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={say.today.attestationsOf({ name: pile.name })}
                onClick={() =>
                  onPaper({ kind: 'certification', paper: 'attestation', of: pile.id, numbers: [] })
                }
              >
                {say.today.attestations}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
