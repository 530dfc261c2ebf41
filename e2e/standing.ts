import { randomUUID } from 'node:crypto';
import { commandOf } from '../shared/dossier/acts/testing-life.ts';
import type { ActInputs, ActKind } from '../shared/dossier/acts/commands.ts';
import type { ResultArrived } from '../shared/dossier/acts/events.ts';
import { recordEvents } from '../main/desk/desk.ts';
import { openTestDesk } from '../main/testing-desk.ts';
import type { TestDesk } from '../main/testing-desk.ts';
import { acceptSample, readySample, signInSample } from '../main/testing-intake.ts';

/** Codes of six dossiers that stand so that between them every act there is can be done. */
export interface Standing {
  /** Handed over; a fee partly paid, one of the province's to be set; a transfer announced; an original held. */
  running: string;
  /** Waits for supplements. */
  paused: string;
  /** The result is here. */
  ready: string;
  /** Stopped, and an original still held. */
  stopped: string;
  /** Two desks entered a result. */
  clashing: string;
  /** A drafted result is on its way, on paper. */
  submitted: string;
}

const must = <T>(answer: { ok: true; value: T } | { ok: false; fault: unknown }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  return answer.value;
};

const fee = { label: 'Lệ phí mẫu', fee: null, amount: 16_000, quantity: 1, exemption: null };

const takeIn = async (desk: TestDesk, turn: number) => {
  const form = await readySample(desk, `01919900020${turn}`);
  const taken = await acceptSample(desk, {
    ...form,
    components: form.components.map((one) => ({ ...one, held: one.originals > 0 })),
    fees: [...form.fees, fee],
  });
  // The citizen holds it: nothing is asked about at the start.
  must(
    await desk.ask('paper.settle', {
      kind: 'dossier',
      dossier: taken.dossier,
      form: 'receipt',
      printed: true,
    }),
  );
  return taken;
};

const act = async <K extends ActKind>(
  desk: TestDesk,
  dossier: string,
  kind: K,
  change: Partial<ActInputs[K]> = {},
): Promise<void> => {
  must(await desk.ask('act.do', { dossier, act: commandOf(kind, randomUUID(), change) }));
};

/** What another desk entered while this one did the same, as the feed will one day bring it. */
const enterTwice = (desk: TestDesk, dossier: string): void => {
  const { name: clerkName } = desk.desk.session ?? { name: '' };
  const payload: ResultArrived = {
    command: randomUUID(),
    at: desk.desk.clock.now(),
    businessDay: '2026-11-23',
    desk: 2,
    clerkName,
    approved: false,
    number: '99/TLKS',
    date: '2026-11-23',
    summary: 'Văn bản không giải quyết',
    signer: 'Phạm Thị Mẫu',
    files: [],
    replaces: null,
  };
  recordEvents(desk.desk, 'reception', [
    { subject: dossier, event: { type: 'resultArrived', v: 1, payload } },
  ]);
};

/** Puts the six into a founded vault, with a receipt book and an account for transfers. */
export const layOut = async (root: string): Promise<Standing> => {
  const desk = openTestDesk({ folder: root });
  await signInSample(desk);
  const { clerk, name } = desk.desk.session!;
  must(await desk.ask('clerks.change', { clerk, name, roles: ['reception', 'registrar', 'admin'] }));
  const account = { bin: '970405', number: '8500201000123', holder: 'Trung tâm Mẫu' };
  must(await desk.ask('money.setAccount', { account }));
  must(
    await desk.ask('money.assignBook', {
      form: '01BLP2-001',
      series: 'AA-26P',
      from: 1,
      to: 50,
      kind: 'ordered',
    }),
  );
  const [running, paused, ready, stopped, clashing, submitted] = [
    await takeIn(desk, 1),
    await takeIn(desk, 2),
    await takeIn(desk, 3),
    await takeIn(desk, 4),
    await takeIn(desk, 5),
    await takeIn(desk, 6),
  ];
  await act(desk, running.dossier, 'handOver');
  await act(desk, running.dossier, 'collectFee', { amount: 6000 });
  await act(desk, running.dossier, 'claimTransfer', { amount: 10_000 });
  await act(desk, paused.dossier, 'requestSupplements');
  await act(desk, ready.dossier, 'recordResult');
  await act(desk, stopped.dossier, 'stop');
  await act(desk, clashing.dossier, 'recordResult');
  enterTwice(desk, clashing.dossier);
  await act(desk, submitted.dossier, 'submitResult', { way: 'paper', files: [] });
  desk.close();
  return {
    running: running.code,
    paused: paused.code,
    ready: ready.code,
    stopped: stopped.code,
    clashing: clashing.code,
    submitted: submitted.code,
  };
};

/** Where each act can be done. */
export const turnOf = (kind: ActKind): keyof Standing => {
  switch (kind) {
    case 'receiveSupplements':
      return 'paused';
    case 'returnResult':
      return 'ready';
    case 'handBackPapers':
      return 'stopped';
    case 'closeConflict':
      return 'clashing';
    case 'numberResult':
    case 'sendBackResult':
      return 'submitted';
    default:
      return 'running';
  }
};
