import { openTestDesk, sampleFounding } from '../main/testing-desk.ts';

/** A trial vault of the sample office in `root`, as `foldersIn(root)` lays it out. */
export const foundVault = async (root: string): Promise<void> => {
  const desk = openTestDesk({ folder: root });
  const answer = await desk.ask('setup.found', sampleFounding());
  if (answer.ok) await desk.ask('recovery.prove', { typed: answer.value.recoveryCode });
  desk.close();
  if (!answer.ok) throw new Error(`founding: ${answer.fault.code}`);
};
