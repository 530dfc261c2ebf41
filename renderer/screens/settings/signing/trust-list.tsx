import { Button, Group } from '@mantine/core';
import { formatDay, localDateAt } from '../../../../shared/calendar/vietnam-time.ts';
import type { TrustShown } from '../../../../shared/contract.ts';
import { useWords } from '../../../words.ts';
import { useNow } from '../../dossiers/use-now.ts';
import classes from './signing.module.css';

interface Props {
  trust: TrustShown;
  mayAdd: boolean;
  onAdd: () => void;
}

/** The roots signatures are judged by, and the lists that say who was revoked; a stale list says so. */
export const TrustList = ({ trust: { anchors, lists }, mayAdd, onAdd }: Props) => {
  const say = useWords().signing.settings.trust;
  const now = useNow();
  const day = (at: number) => formatDay(localDateAt(at));
  return (
    <section className={classes['part']} aria-label={say.title}>
      <h3>{say.title}</h3>
      <p className="hint">{say.hint}</p>
      {anchors.length === 0 && <p className="fault due">{say.none}</p>}
      {anchors.length + lists.length > 0 && (
        <ul className={classes['rows']}>
          {anchors.map(({ name, fingerprint, until }) => (
            <li key={fingerprint}>
              <div>{name}</div>
              <div className={classes['quiet']}>
                {say.root({ day: day(until), fingerprint: fingerprint.match(/.{8}/g)?.join(' ') ?? '' })}
              </div>
            </li>
          ))}
          {lists.map(({ issuer, until }) => (
            <li key={issuer}>
              <div>{say.list({ issuer })}</div>
              <div className={until > now ? classes['quiet'] : classes['warn']}>
                {until > now ? say.listUntil({ day: day(until) }) : say.listStale({ day: day(until) })}
              </div>
            </li>
          ))}
        </ul>
      )}
      {mayAdd && (
        <Group>
          <Button variant="default" size="sm" onClick={onAdd}>
            {say.add}
          </Button>
        </Group>
      )}
    </section>
  );
};
