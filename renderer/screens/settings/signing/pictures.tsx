import { Button, Group } from '@mantine/core';
import type { SigningSetup } from '../../../../shared/contract.ts';
import { useWords } from '../../../words.ts';
import classes from './signing.module.css';

type Which = 'hand' | 'seal';

interface Props {
  setup: Pick<SigningSetup, Which>;
  maySeal: boolean;
  onChoose: (which: Which) => void;
  onDrop: (which: Which) => void;
}

/** The clerk's own hand, and the office's seal. */
export const Pictures = ({ setup, maySeal, onChoose, onDrop }: Props) => {
  const say = useWords().signing.settings.pictures;
  return (
    <section className={classes['part']} aria-label={say.title}>
      <h3>{say.title}</h3>
      <p className="hint">{say.hint}</p>
      <ul className={classes['rows']}>
        {(['hand', 'seal'] as const).map((which) => {
          const url = setup[which];
          return (
            <li key={which} className={classes['picture']}>
              <span>{say[which]}</span>
              {url === null ? (
                <span className={classes['quiet']}>{say.none}</span>
              ) : (
                <img src={url} alt={say[which]} />
              )}
              {(which === 'hand' || maySeal) && (
                <Group gap="xs">
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={`${say.choose} ${say[which]}`}
                    onClick={() => onChoose(which)}
                  >
                    {say.choose}
                  </Button>
                  {url !== null && (
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      aria-label={`${say.drop}: ${say[which]}`}
                      onClick={() => onDrop(which)}
                    >
                      {say.drop}
                    </Button>
                  )}
                </Group>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
