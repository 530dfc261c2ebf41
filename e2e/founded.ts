import { openTestDesk, sampleFounding } from '../main/testing-desk.ts';
import { acceptSample, signInSample } from '../main/testing-intake.ts';

/** A trial vault of the sample office in `root`, as `foldersIn(root)` lays it out. */
export const foundVault = async (root: string): Promise<void> => {
  const desk = openTestDesk({ folder: root });
  const answer = await desk.ask('setup.found', sampleFounding());
  if (answer.ok) await desk.ask('recovery.prove', { typed: answer.value.recoveryCode });
  desk.close();
  if (!answer.ok) throw new Error(`founding: ${answer.fault.code}`);
};

/** A dossier received at the vault in `root` before its window opens; returns its code. */
export const receiveDossier = async (root: string): Promise<string> => {
  const desk = openTestDesk({ folder: root });
  try {
    await signInSample(desk);
    return (await acceptSample(desk)).code;
  } finally {
    desk.close();
  }
};
