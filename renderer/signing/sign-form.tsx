import { useEffect, useRef, useState } from 'react';
import { Alert, Button, Checkbox, Group, Radio, Stack } from '@mantine/core';
import type { SigningReady } from '../../shared/contract.ts';
import type { Fault } from '../../shared/faults.ts';
import type { SignaturePlace } from '../../shared/signing/appearance.ts';
import { ask } from '../bridge.ts';
import { go } from '../desk-store.ts';
import { useAnswer } from '../use-answer.ts';
import { faultText, useWords } from '../words.ts';
import { PinField, takeSecret } from './pin-field.tsx';
import type { FileToSign } from './sign-dialog.tsx';
import classes from './signing.module.css';

export interface SignWish {
  place: SignaturePlace;
  pin: Uint8Array | null;
  evenIfLast: boolean;
}

interface Props {
  files: readonly FileToSign[];
  /** As what it is signed; null: hers to choose. */
  fixed: SignaturePlace | null;
  /** What stood in the way; null when the round was made. */
  onSign: (wish: SignWish) => Promise<Fault | null>;
  onClose: () => void;
}

/** Files called by their names; the list behind has them all. */
const named = 3;

const readiness = () => ask('signing.ready', {});
const places = ['person', 'agency', 'copy'] as const satisfies readonly SignaturePlace[];
/** Those are mended in the settings. */
const ofSettings = new Set<string>(['noCertificateChosen', 'p12Missing', 'driverMissing', 'tokenKeyMissing']);

/** What the token's own state says under it is not said twice. */
const besideState = (fault: Fault): Fault | null => {
  if (fault.code === 'pinLocked') return null;
  return fault.code === 'pinIncorrect' ? { ...fault, params: {} } : fault;
};

const Who = ({ ready }: { ready: SigningReady }) => {
  const say = useWords().signing.dialog;
  return ready.software ? (
    <Alert color="orange" variant="light">
      {say.file({ name: ready.token })}
    </Alert>
  ) : (
    <p className={classes['who']}>{say.token({ name: ready.name, label: ready.token })}</p>
  );
};

export const SignForm = ({ files, fixed, onSign, onClose }: Props) => {
  const words = useWords();
  const say = words.signing.dialog;
  const { value: ready, fault: unready, again } = useAnswer(readiness);
  const [place, setPlace] = useState<SignaturePlace>(fixed ?? 'person');
  const [evenIfLast, setEvenIfLast] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const pin = useRef<HTMLInputElement>(null);
  const isLast = ready?.pin === 'last';
  const isLocked = ready?.pin === 'locked';
  const shown = unready ?? (fault && besideState(fault));

  // The field comes once the token is read: the cursor waits for it.
  useEffect(() => {
    if (ready !== null) pin.current?.focus();
  }, [ready]);

  const sign = async () => {
    const secret = ready?.protectedPath === true ? null : takeSecret(pin.current);
    const refused = await onSign({ place, pin: secret, evenIfLast });
    setFault(refused);
    setEvenIfLast(false);
    if (refused) {
      // How many tries are left is on the token.
      again();
      pin.current?.focus();
    }
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void sign();
      }}
    >
      <Stack gap="md">
        <p className={classes['names']}>
          {say.files({
            names: files
              .slice(0, named)
              .map(({ name }) => name)
              .join(', '),
            more: Math.max(0, files.length - named),
          })}
        </p>
        <div role="status">
          {ready === null && unready === null && <p className={classes['quiet']}>{say.looking}</p>}
          {shown !== null && <p className="fault">{faultText(words, shown)}</p>}
        </div>
        {ready !== null && unready === null && (
          <>
            <Who ready={ready} />
            {fixed === null ? (
              <Radio.Group
                label={say.as}
                value={place}
                onChange={(value) => {
                  const next = places.find((one) => one === value);
                  if (next) setPlace(next);
                }}
              >
                <Stack gap={8} mt={6}>
                  {places.map((one) => (
                    <Radio key={one} value={one} label={say.places[one]} />
                  ))}
                </Stack>
              </Radio.Group>
            ) : (
              <p className={classes['quiet']}>{say.places[fixed]}</p>
            )}
            {ready.pin === 'low' && <Alert color="orange">{say.low}</Alert>}
            {isLast && <Alert color="red">{say.last}</Alert>}
            {isLocked && <Alert color="red">{say.locked}</Alert>}
            {!isLocked &&
              (ready.protectedPath ? (
                <p>{say.onReader}</p>
              ) : (
                <PinField
                  field={pin}
                  label={ready.software ? say.password : say.pin}
                  {...(ready.software ? {} : { hint: say.pinHint })}
                />
              ))}
            {isLast && (
              <Checkbox
                label={say.evenIfLast}
                checked={evenIfLast}
                onChange={(event) => setEvenIfLast(event.currentTarget.checked)}
              />
            )}
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.common.acts.cancel}
          </Button>
          {unready !== null && (
            <>
              {ofSettings.has(unready.code) && (
                <Button
                  variant="default"
                  onClick={() => {
                    onClose();
                    go('settings', { section: 'signing' });
                  }}
                >
                  {say.toSettings}
                </Button>
              )}
              <Button onClick={again}>{say.again}</Button>
            </>
          )}
          {unready === null && (
            <Button type="submit" disabled={ready === null || isLocked || (isLast && !evenIfLast)}>
              {say.sign}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
};
