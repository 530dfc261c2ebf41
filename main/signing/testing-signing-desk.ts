import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AttachmentRef } from '../../shared/dossier/form.ts';
import { forking } from '../processes/transport.ts';
import type { Clock } from '../desk/clock.ts';
import { getCabinet } from '../desk/desk.ts';
import { openTestDesk } from '../testing-desk.ts';
import type { TestDesk } from '../testing-desk.ts';
import { acceptSample, foundSample, readySample } from '../testing-intake.ts';
import { faultyTokens, pinBytes } from '../token/testing-desk.ts';
import type { FaultyTokens } from '../token/testing-desk.ts';
import { readWhole } from '../vault/attachments.ts';
import { buildScript } from '../vault/testing-process.ts';
import { closeSigning } from './room.ts';
import { makePdf } from './testing-pdf.ts';
import { tokenPins } from './testing-tokens.ts';

export interface SigningDesk extends TestDesk, Pick<FaultyTokens, 'fault' | 'mend' | 'count'> {
  /** What the next open dialog answers. */
  pick: (...paths: readonly string[]) => void;
  /** Takes in a dossier with these PDFs among its papers. */
  takeIn: (files: Readonly<Record<string, Buffer>>) => Promise<{ dossier: string; files: AttachmentRef[] }>;
  /** Chooses a token's certificate by the screen's own steps. */
  choose: (label: keyof typeof tokenPins) => Promise<void>;
  pin: (label: keyof typeof tokenPins) => Uint8Array;
  read: (hash: string) => Promise<Buffer>;
  end: () => Promise<void>;
}

const valueOf = <T>(answer: { ok: true; value: T } | { ok: false; fault: unknown }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  return answer.value;
};

/** A founded desk that signs with real processes on SoftHSM2 behind the driver that fails on request. */
export const openSigningDesk = async (options: { clock?: Clock } = {}): Promise<SigningDesk> => {
  let picked: string[] | null = null;
  let env = process.env;
  const desk = openTestDesk({
    ...options,
    dialogs: { openFiles: () => Promise.resolve(picked) },
    startProcess: (name) =>
      forking(
        buildScript(
          name === 'token-desk' ? 'main/token/token-desk.process.ts' : 'main/signing/sign-desk.process.ts',
        ),
        env,
        name,
      )(),
  });
  const tokens = faultyTokens(desk.folder);
  const { driver, fault, mend, count } = tokens;
  Object.assign(process.env, { QUAY_DRIVER_FOLDERS: tokens.env['QUAY_DRIVER_FOLDERS'] });
  env = { ...process.env, ...tokens.env };
  await foundSample(desk);
  const pick: SigningDesk['pick'] = (...paths) => {
    picked = [...paths];
  };
  const choose: SigningDesk['choose'] = async (label) => {
    pick(driver);
    const { drivers } = valueOf(await desk.ask('signing.chooseDriver', {}));
    const own = drivers.find(({ path }) => path === driver);
    const { tokens } = valueOf(await desk.ask('signing.tokens', {}));
    const token = tokens.find((one) => one.label === label && one.driver === own?.id);
    const [certificate] = token?.certificates ?? [];
    if (!token || !certificate) throw new Error(`no certificate on ${label}`);
    valueOf(
      await desk.ask('signing.chooseCertificate', {
        driver: token.driver,
        serial: token.serial,
        label,
        fingerprint: certificate.fingerprint,
      }),
    );
  };
  return {
    ...desk,
    fault,
    mend,
    count,
    pick,
    choose,
    pin: (label) => pinBytes(tokenPins[label]),
    takeIn: async (files) => {
      const draft = randomUUID();
      const taken: AttachmentRef[] = [];
      for (const [name, bytes] of Object.entries(files)) {
        const path = join(desk.folder, name);
        writeFileSync(path, bytes);
        pick(path);
        taken.push(...valueOf(await desk.ask('digitise.pick', {})));
      }
      const form = await readySample(desk);
      const [first, ...others] = form.components;
      if (!first) throw new Error('a procedure without papers');
      await acceptSample(
        desk,
        {
          ...form,
          components: [{ ...first, files: taken }, ...others],
        },
        draft,
      );
      return { dossier: draft, files: taken };
    },
    read: (hash) => readWhole(desk.desk.places.data, getCabinet(desk.desk).databaseKey, hash),
    end: async () => {
      await closeSigning(desk.desk);
      desk.close();
    },
  };
};

/** Different papers, so that none is another's file. */
export const papers = async (count: number): Promise<Record<string, Buffer>> => {
  const made: Record<string, Buffer> = {};
  for (let number = 1; number <= count; number++)
    made[`giay-${number}.pdf`] = Buffer.concat([await makePdf(1), Buffer.from(`%${number}\n`)]);
  return made;
};
