import type { TokensSeen } from '../../shared/contract.ts';
import { getCabinet, getSession } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import type { ListedToken } from '../token/token-service.ts';
import { mayBeChosen, namesOn } from './certificate-names.ts';
import { usableDrivers } from './drivers.ts';
import { signingRoom } from './room.ts';
import { findCertificate } from './signing-settings.ts';

/** What tells a card from another, whichever driver reads it: drivers word a label each in its own way. */
const cardOf = ({ serial, certificates }: ListedToken): string =>
  [serial, ...certificates.map(({ fingerprint }) => fingerprint).sort()].join(' ');

/**
 * Two drivers may see one card: it is told once, by the driver this clerk signs with, else by the later one: what an administrator added
 * she added because the known ones would not do.
 */
const toldOnce = (tokens: readonly ListedToken[], own: string | undefined): ListedToken[] => {
  const cards = new Map<string, ListedToken>();
  for (const token of tokens)
    if (own === undefined || cards.get(cardOf(token))?.driver !== own) cards.set(cardOf(token), token);
  return [...cards.values()];
};

/** Every token in every reader, by every driver here. Asked again and again while somebody looks: that is how a token put in is noticed. */
export const seenTokens = async (desk: Desk): Promise<TokensSeen> => {
  const room = signingRoom(desk);
  room.stayOpen();
  const drivers = usableDrivers(desk);
  await room.tokens.use(drivers.map(({ path }) => path));
  const { tokens, faults } = await room.tokens.list();
  const chosen = findCertificate(getCabinet(desk).db, getSession(desk).clerk);
  const idOf = (path: string): string => drivers.find((one) => one.path === path)?.id ?? path;
  return {
    tokens: toldOnce(tokens, chosen?.driverPath).map(
      ({ driver, serial, label, maker, pin, certificates }) => ({
        driver: idOf(driver),
        serial,
        label,
        maker,
        pin,
        certificates: certificates
          .filter(({ der }) => mayBeChosen(der))
          .map(({ der, fingerprint }) => {
            const { name, agency, issuer, until } = namesOn(der);
            return { fingerprint, name, agency, issuer, until };
          }),
      }),
    ),
    faults: faults.map(({ driver, fault }) => ({
      driver: idOf(driver),
      fault: { code: fault.code, params: fault.params },
    })),
  };
};
