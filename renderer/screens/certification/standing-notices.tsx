import { useState } from 'react';
import { Checkbox } from '@mantine/core';
import type { CertificationPage } from '../../../shared/contract.ts';
import { volumeText } from '../../../shared/certification/numbers.ts';
import { ask } from '../../bridge.ts';
import { useWords } from '../../words.ts';
import { TextForm } from './text-form.tsx';
import classes from './certification.module.css';

const OpenRegister = () => {
  const say = useWords().certification.screen.open;
  return (
    <section className={classes['notice']} aria-label={say.title}>
      <h2>{say.title}</h2>
      <p>{say.text}</p>
      <TextForm
        fields={[
          { name: 'volume', label: say.volume, value: '1', numeric: true },
          { name: 'next', label: say.next, hint: say.nextHint, value: '1', numeric: true },
        ]}
        submit={say.confirm}
        onSubmit={({ volume, next }) =>
          ask('certification.open', { volume: Number(volume), next: Number(next) })
        }
      />
      <h3>{say.joinText}</h3>
      <TextForm
        fields={[{ name: 'key', label: say.key }]}
        submit={say.join}
        onSubmit={({ key = '' }) => ask('certification.join', { key })}
      />
    </section>
  );
};

const Doubt = ({ page }: { page: CertificationPage }) => {
  const say = useWords().certification.screen.doubt;
  const { remembered, place } = page;
  const [holding, setHolding] = useState(true);
  const away = remembered?.holding === false;
  const last = remembered?.last ?? (place ? place.next - 1 : 0);
  const volume = remembered?.volume ?? place?.volume ?? 1;
  const year = Number(page.day.day.slice(0, 4));
  const rememberedVolume = volumeText({ year, volume });
  return (
    <section className={classes['notice']} data-tone="late" aria-label={say.title}>
      <h2>{say.title}</h2>
      <p>{away ? say.away : say.text}</p>
      {remembered && !away && <p>{say.remembered({ last, volume: rememberedVolume })}</p>}
      <TextForm
        fields={
          away
            ? []
            : [
                { name: 'volume', label: say.volume, value: String(volume), numeric: true },
                { name: 'last', label: say.last, value: String(last), numeric: true },
              ]
        }
        submit={say.confirm}
        onSubmit={(typed) =>
          ask('certification.reconcile', {
            volume: Number(typed['volume'] ?? volume),
            last: Number(typed['last'] ?? last),
            holding,
          })
        }
      >
        {remembered === null && (
          <Checkbox
            label={say.holding}
            checked={holding}
            onChange={(event) => setHolding(event.currentTarget.checked)}
          />
        )}
      </TextForm>
    </section>
  );
};

export const SignerForm = ({ page, onDone }: { page: CertificationPage; onDone?: () => void }) => {
  const say = useWords().certification.screen.signer;
  return (
    <TextForm
      fields={[
        { name: 'name', label: say.name, value: page.signer?.name ?? '' },
        { name: 'title', label: say.titleField, value: page.signer?.title ?? '', options: page.titles },
      ]}
      submit={say.save}
      onSubmit={({ name = '', title = '' }) => ask('certification.setSigner', { name, title })}
      {...(onDone ? { onDone } : {})}
    />
  );
};

/** What must be answered before a number can be given, in the order it must be. */
export const StandingNotices = ({ page }: { page: CertificationPage }) => {
  const say = useWords().certification.screen;
  if (page.standing === 'unopened') return <OpenRegister />;
  if (page.standing === 'doubt') return <Doubt page={page} />;
  if (page.standing === 'held' && page.signer === null)
    return (
      <section className={classes['notice']} aria-label={say.signer.title}>
        <h2>{say.signer.title}</h2>
        <p>{say.signer.missing}</p>
        <SignerForm page={page} />
      </section>
    );
  if (page.standing === 'elsewhere')
    return (
      <p className={classes['notice']}>
        {page.holder === null ? say.book.unknown : say.book.elsewhere({ desk: page.holder })}
      </p>
    );
  return null;
};
