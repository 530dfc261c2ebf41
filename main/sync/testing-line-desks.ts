import { afterEach } from 'vitest';
import { closeLine, openLineDesk } from './testing-line.ts';
import type { LineDesk } from './testing-line.ts';

/** Desks that are shut after the test that opened them. */
export const shutAfterEach = () => {
  const opened: LineDesk[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0)) await closeLine(one);
  });
  const kept = (desk: LineDesk): LineDesk => {
    opened.push(desk);
    return desk;
  };
  return {
    kept,
    open: async (...how: Parameters<typeof openLineDesk>): Promise<LineDesk> =>
      kept(await openLineDesk(...how)),
    /** Before its test is over. */
    shut: async (desk: LineDesk): Promise<void> => {
      opened.splice(opened.indexOf(desk), 1);
      await closeLine(desk);
    },
  };
};

/** Offices nobody else of this file has: H77.1, H77.2 and so on. */
export const countOffices = (province: string): (() => string) => {
  let offices = 0;
  return () => {
    offices += 1;
    return `${province}.${offices}`;
  };
};
