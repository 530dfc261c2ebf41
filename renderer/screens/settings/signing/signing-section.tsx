import { useState } from 'react';
import { Alert, Button, Group } from '@mantine/core';
import type { SigningSetup } from '../../../../shared/contract.ts';
import type { Result } from '../../../../shared/faults.ts';
import { ask } from '../../../bridge.ts';
import { toast } from '../../../frame/toast.ts';
import { useAnswer } from '../../../use-answer.ts';
import { faultText, useWords } from '../../../words.ts';
import { SectionSheet } from '../section-sheet.tsx';
import { useDoing } from '../use-doing.ts';
import { AuthorityForm } from './authority-form.tsx';
import { DriverList } from './driver-list.tsx';
import { Pictures } from './pictures.tsx';
import { TokenList } from './token-list.tsx';
import { TrustList } from './trust-list.tsx';
import classes from './signing.module.css';

const readSetup = () => ask('signing.setup', {});

const Chosen = ({ chosen }: Pick<SigningSetup, 'chosen'>) => {
  const say = useWords().signing.settings.chosen;
  if (chosen === null) return <p className="hint">{say.none}</p>;
  if (chosen.kind === 'token')
    return <p className={classes['chosen']}>{say.token({ name: chosen.name, label: chosen.label })}</p>;
  return (
    <>
      <p className={classes['chosen']}>{say.file({ path: chosen.path })}</p>
      <Alert color="orange" variant="light">
        {say.fileWarns}
      </Alert>
    </>
  );
};

interface Props {
  admin: boolean;
  maySeal: boolean;
}

/** F10, Chữ ký số: whose certificate, which drivers, what a signature looks like, who stamps its time. */
export const SigningSection = ({ admin, maySeal }: Props) => {
  const words = useWords();
  const say = words.signing.settings;
  const { value: read, fault } = useAnswer(readSetup);
  const [changed, setChanged] = useState<SigningSetup | null>(null);
  const doing = useDoing();
  const setup = changed ?? read;

  const change = async (asking: Promise<Result<SigningSetup>>, said = '') => {
    const now = await doing.run(asking);
    if (now === undefined) return;
    setChanged(now);
    if (said !== '') toast('good', said, 'signing');
  };

  return (
    <SectionSheet
      title={words.settings.sections.signing}
      text={say.text}
      told={doing.told || (fault === null ? '' : faultText(words, fault))}
    >
      {setup !== null && (
        <>
          <section className={classes['part']} aria-label={say.chosen.title}>
            <h3>{say.chosen.title}</h3>
            <Chosen chosen={setup.chosen} />
          </section>
          <TokenList
            chosen={setup.chosen}
            drivers={setup.drivers}
            onUse={(certificate) =>
              void change(ask('signing.chooseCertificate', certificate), words.settings.saved)
            }
          />
          <Group>
            <Button
              variant="default"
              onClick={() => void change(ask('signing.chooseFile', {}), say.file.chosen)}
            >
              {say.file.choose}
            </Button>
          </Group>
          <DriverList
            drivers={setup.drivers}
            mayChoose={admin}
            onChoose={() => void change(ask('signing.chooseDriver', {}), say.drivers.chosen)}
            onScan={() => void change(readSetup())}
          />
          <TrustList
            trust={setup.trust}
            mayAdd={admin}
            onAdd={() => void change(ask('signing.addTrust', {}), say.trust.added)}
          />
          <Pictures
            setup={setup}
            maySeal={maySeal}
            onChoose={(which) => void change(ask('signing.choosePicture', { which }))}
            onDrop={(which) => void change(ask('signing.dropPicture', { which }))}
          />
          <AuthorityForm
            key={setup.authority}
            authority={setup.authority}
            unstamped={setup.unstamped}
            mayChange={admin}
            problems={doing.problems}
            onSave={(url) => void change(ask('signing.setAuthority', { url }), say.authority.saved)}
          />
        </>
      )}
    </SectionSheet>
  );
};
