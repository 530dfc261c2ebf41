import type { TokensSeen } from '../../shared/contract.ts';
import type { Desk } from '../desk/desk.ts';
import { mayBeChosen, namesOn } from './certificate-names.ts';
import { usableDrivers } from './drivers.ts';
import { signingRoom } from './room.ts';

/** Every token in every reader, by every driver here. Asked again and again while somebody looks: that is how a token put in is noticed. */
export const seenTokens = async (desk: Desk): Promise<TokensSeen> => {
  const room = signingRoom(desk);
  room.stayOpen();
  const drivers = usableDrivers(desk);
  await room.tokens.use(drivers.map(({ path }) => path));
  const { tokens, faults } = await room.tokens.list();
  const idOf = (path: string): string => drivers.find((one) => one.path === path)?.id ?? path;
  return {
    tokens: tokens.map(({ driver, serial, label, maker, pin, certificates }) => ({
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
    })),
    faults: faults.map(({ driver, fault }) => ({
      driver: idOf(driver),
      fault: { code: fault.code, params: fault.params },
    })),
  };
};
