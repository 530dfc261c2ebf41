import { Button } from '@mantine/core';
import type { ChosenCertificate, DriverRow, InputOf, SeenToken } from '../../../../shared/contract.ts';
import { formatDay, localDateAt } from '../../../../shared/calendar/vietnam-time.ts';
import { faultText, useWords } from '../../../words.ts';
import { useTokens } from './use-tokens.ts';
import classes from './signing.module.css';

interface TokenProps {
  token: SeenToken;
  /** Through which driver: two of them may see one token. */
  library: string;
  chosen: ChosenCertificate | null;
  onUse: (certificate: InputOf<'signing.chooseCertificate'>) => void;
}

const Token = ({ token, library, chosen, onUse }: TokenProps) => {
  const words = useWords();
  const say = words.signing.settings.tokens;
  const { driver, serial, label, maker, pin, certificates } = token;
  const isUsed = (fingerprint: string): boolean =>
    chosen?.kind === 'token' &&
    chosen.driver === driver &&
    chosen.serial === serial &&
    chosen.fingerprint === fingerprint;
  return (
    <li className={classes['token']}>
      <div>
        <strong>{label}</strong>
        <span className={classes['quiet']}>{` · ${maker} · ${serial} · ${library}`}</span>
        {pin !== 'ok' && <span className={classes['warn']}>{` · ${say.pin[pin]}`}</span>}
      </div>
      {certificates.length === 0 && <p className="hint">{say.noCertificates}</p>}
      {certificates.map(({ fingerprint, name, agency, issuer, until }) => (
        <div key={fingerprint} className={classes['certificate']}>
          <div>
            <div>{name}</div>
            <div className={classes['quiet']}>
              {[agency, say.issuer({ issuer }), say.until({ day: formatDay(localDateAt(until)) })]
                .filter((part) => part !== '')
                .join(' · ')}
            </div>
          </div>
          {isUsed(fingerprint) ? (
            <span className={classes['used']}>{say.used}</span>
          ) : (
            <Button
              size="compact-sm"
              aria-label={`${say.use}: ${name}`}
              onClick={() => onUse({ driver, serial, label, fingerprint })}
            >
              {say.use}
            </Button>
          )}
        </div>
      ))}
    </li>
  );
};

interface Props extends Omit<TokenProps, 'token' | 'library'> {
  drivers: readonly DriverRow[];
}

/** What is plugged in now; it follows by itself. */
export const TokenList = ({ chosen, drivers, onUse }: Props) => {
  const words = useWords();
  const say = words.signing.settings.tokens;
  const seen = useTokens();
  const tokens = seen?.ok === true ? seen.value.tokens : [];
  const faults = seen?.ok === true ? seen.value.faults : [];
  const nameOf = (id: string) => drivers.find((one) => one.id === id)?.path ?? '';
  return (
    <section className={classes['part']} aria-label={say.title}>
      <h3>{say.title}</h3>
      <div role="status">
        {seen === null && <p className="hint">{say.looking}</p>}
        {seen?.ok === false && <p className="fault">{faultText(words, seen.fault)}</p>}
        {seen?.ok === true && tokens.length === 0 && faults.length === 0 && (
          <p className="hint">{say.none}</p>
        )}
        {faults.map(({ driver, fault }) => (
          <p key={driver} className="fault due">{`${nameOf(driver)}: ${faultText(words, fault)}`}</p>
        ))}
      </div>
      {tokens.length > 0 && (
        <ul className={classes['rows']}>
          {tokens.map((token) => (
            <Token
              key={`${token.driver} ${token.serial} ${token.label}`}
              token={token}
              library={nameOf(token.driver).split(/[\\/]/).at(-1) ?? ''}
              chosen={chosen}
              onUse={onUse}
            />
          ))}
        </ul>
      )}
    </section>
  );
};
