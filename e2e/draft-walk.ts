import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { actLetters } from '../renderer/screens/dossier/acts/act-keys.ts';
import { makePdf } from '../main/signing/testing-pdf.ts';
import { fillAct, inFront, openAct, openDossier, recordAct } from './clerk/acts.ts';
import type { ActInput } from './clerk/acts.ts';
import { answerDialogs } from './clerk/application.ts';
import type { Counter } from './clerk/application.ts';
import { get } from './clerk/bridge.ts';
import { lock, signIn } from './clerk/session.ts';
import { samplePassword } from './clerk/set-up.ts';
import { chooseCertificate, saveFile, signInFront } from './clerk/sign.ts';
import type { SignInput } from './clerk/sign.ts';
import { citizen, takeIn } from './clerk/take-in.ts';
import { words } from './clerk/words.ts';

// Trình ký as three people walk it at one PC: who drafts, who signs with a token of her own, who numbers and seals.

export const people = { leader: 'Lãnh đạo Mẫu', registrar: 'Văn thư Mẫu' } as const;
const unit = 'Lãnh đạo UBND xã';
const list = words.signing.list;

interface Walk {
  counter: Counter;
  /** Name of the clerk who took the dossiers in, signed in now. */
  drafter: string;
  leader: SignInput;
  registrar: SignInput;
  /** For the drafts, and for what is saved. */
  folder: string;
  /** Called at each screen worth a look. */
  at?: (screen: string) => Promise<void>;
}

const pageOf = (page: Page, id: string) => get(page, 'dossier.get', { id });

const act = async (page: Page, id: string, input: ActInput): Promise<void> => {
  await openAct(page, input.act);
  await fillAct(page, input, await pageOf(page, id));
};

const changeTo = async (page: Page, name: string): Promise<void> => {
  await lock(page);
  await signIn(page, { name });
};

const openList = async (page: Page, kind: 'toSign' | 'toIssue'): Promise<void> => {
  await page.keyboard.press('Shift+F3');
  await page.getByRole('table', { name: list.kinds[kind] }).waitFor();
};

/** The draft is submitted, sent back, submitted again, signed, numbered and sealed; its file is saved and its path answered. */
export const walkDraft = async ({
  counter,
  drafter,
  leader,
  registrar,
  folder,
  at = () => Promise.resolve(),
}: Walk): Promise<{ dossier: string; saved: string }> => {
  const { page } = counter;
  for (const [username, name, role] of [
    ['lanhdao', people.leader, 'leader'],
    ['vanthu', people.registrar, 'registrar'],
  ] as const)
    await get(page, 'clerks.enrol', { name, username, roles: [role], password: samplePassword });
  const [dossier = ''] = await takeIn(page, [citizen(0)]);
  const { code } = (await pageOf(page, dossier)).row;
  const submit = async (name: string, input: Omit<ActInput, 'act'>): Promise<void> => {
    const path = join(folder, name);
    writeFileSync(path, await makePdf(1));
    await answerDialogs(counter, { open: [path] });
    await openDossier(page, code);
    await act(page, dossier, { act: 'submitResult', ...input });
    await inFront(page).getByRole('button', { name: words.acts.forms.fields.attach }).click();
    await inFront(page).getByText(name, { exact: true }).waitFor();
    await at(`submit ${name}`);
    await recordAct(page);
  };

  await submit('nhap.pdf', { to: { unit, person: people.leader } });

  await changeTo(page, people.leader);
  await chooseCertificate(counter, leader);
  await openList(page, 'toSign');
  await at('waiting for the leader');
  await openDossier(page, code);
  await act(page, dossier, { act: 'sendBackResult', reason: 'Sai họ tên' });
  await at('sending back');
  await recordAct(page);

  await changeTo(page, drafter);
  await submit('du-thao.pdf', {});

  await changeTo(page, people.leader);
  await openList(page, 'toSign');
  await page.keyboard.press('Control+Enter');
  await at('the leader signs');
  await signInFront(page, leader);

  await changeTo(page, people.registrar);
  await chooseCertificate(counter, registrar);
  await openList(page, 'toIssue');
  await at('waiting for a number');
  await page.keyboard.press(`Alt+Key${actLetters.numberResult}`);
  const symbol = inFront(page).getByLabel(words.acts.forms.fields.symbol);
  await symbol.fill('GXN-UBND');
  await at('numbering');
  await page.keyboard.press('Control+Enter');
  await symbol.waitFor({ state: 'detached' });
  await page.getByText(list.waits.seal({ number: '01/GXN-UBND' })).waitFor();
  await at('waiting for the seal');
  await page.keyboard.press('Control+Enter');
  await signInFront(page, registrar);

  await changeTo(page, drafter);
  await openDossier(page, code);
  await at('back at the counter');
  const saved = join(folder, 'ket-qua.pdf');
  await saveFile(counter, 'du-thao.pdf', saved);
  return { dossier, saved };
};

/** The same by hand: the control slip goes along, and the desk records what comes back. Answers the dossier. */
export const walkPaper = async ({
  counter,
  at = () => Promise.resolve(),
}: Pick<Walk, 'counter' | 'at'>): Promise<string> => {
  const { page } = counter;
  const [dossier = ''] = await takeIn(page, [citizen(3)]);
  await openDossier(page, (await pageOf(page, dossier)).row.code);
  await act(page, dossier, {
    act: 'submitResult',
    to: { unit, person: people.leader },
    way: 'paper',
  });
  await recordAct(page);
  // The slip that goes along comes up by itself.
  const slip = inFront(page).filter({ hasText: words.dossiers.page.forms.control });
  await slip.waitFor();
  await at('submitted on paper');
  await page.keyboard.press('Escape');
  await slip.waitFor({ state: 'hidden' });
  await act(page, dossier, { act: 'recordResult', number: '15/GXN-UBND' });
  await at('recording what a hand signed');
  await recordAct(page);
  return dossier;
};
