import { begin } from './testing-life.ts';
import type { Life } from './testing-life.ts';

/** A Wednesday on which acts are tried. */
export const wednesday = '2026-11-25 09:00';

/** Why an act was refused: its code, or each field with what is wrong with it; 'done' when it was not. */
export const refused = (decided: ReturnType<Life['ask']>) =>
  decided.ok
    ? 'done'
    : decided.fault.code === 'invalidInput'
      ? (decided.fault.problems ?? []).map(({ field, code }) => `${field} ${code}`)
      : decided.fault.code;

/** A dossier in each state an act may meet. */
export const lives = {
  accepted: () => begin(),
  processing: () => {
    const life = begin();
    life.act('handOver', wednesday);
    return life;
  },
  awaiting: () => {
    const life = begin();
    life.act('requestSupplements', wednesday);
    return life;
  },
  ready: () => {
    const life = begin();
    life.act('recordResult', wednesday);
    return life;
  },
  returned: () => {
    const life = lives.ready();
    life.act('returnResult', wednesday);
    return life;
  },
  withdrawn: () => {
    const life = begin();
    life.act('withdraw', wednesday, { originals: [] });
    return life;
  },
  stopped: () => {
    const life = begin();
    life.act('stop', wednesday);
    return life;
  },
};
