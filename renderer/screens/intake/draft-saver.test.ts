import { expect, it } from 'vitest';
import { blankForm } from '../../../shared/dossier/blank-form.ts';
import type { IntakeForm } from '../../../shared/dossier/form.ts';
import { succeed, type Result } from '../../../shared/faults.ts';
import { makeDraftSaver, type SavedMark } from './draft-saver.ts';

const page = (note: string): IntakeForm => ({ ...blankForm(), note });

/** A vault that answers only when told to. */
const openVault = () => {
  const written: string[] = [];
  const waiting: (() => void)[] = [];
  const save = (id: string, form: IntakeForm) =>
    new Promise<Result<{ savedAt: number }>>((resolve) => {
      waiting.push(() => {
        written.push(`${id}:${form.note}`);
        resolve(succeed({ savedAt: written.length }));
      });
    });
  const answer = async () => {
    waiting.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { written, waiting, save, answer };
};

it('saves one at a time, and of several pages noted meanwhile only the newest', async () => {
  const vault = openVault();
  const saver = makeDraftSaver(vault.save, () => undefined);
  saver.note('d', page('1'));
  const done = saver.flush();
  saver.note('d', page('2'));
  saver.note('d', page('3'));
  void saver.flush();
  expect(vault.waiting).toHaveLength(1);
  await vault.answer();
  await vault.answer();
  await done;
  expect(vault.written).toEqual(['d:1', 'd:3']);
});

it('writes nothing of a page after it is forgotten, and waits for what is under way', async () => {
  const vault = openVault();
  const saver = makeDraftSaver(vault.save, () => undefined);
  saver.note('d', page('1'));
  void saver.flush();
  saver.note('d', page('2'));
  let isForgotten = false;
  const forgotten = saver.forget('d').then((wasSaved) => {
    isForgotten = wasSaved;
  });
  expect(isForgotten).toBe(false);
  await vault.answer();
  await forgotten;
  // Forgotten once: there is nothing of it any more.
  expect(await saver.forget('d')).toBe(false);
  await saver.flush();
  expect(vault.written).toEqual(['d:1']);
  expect(vault.waiting).toHaveLength(0);
});

it('does not drop the last words of one page for the first of another', async () => {
  const vault = openVault();
  const saver = makeDraftSaver(vault.save, () => undefined);
  saver.note('a', page('cuối'));
  saver.note('b', page('đầu'));
  const done = saver.flush();
  await vault.answer();
  await vault.answer();
  await done;
  expect(vault.written).toEqual(['a:cuối', 'b:đầu']);
});

it('tells a failed save and keeps the time of the last good one', async () => {
  const marks: SavedMark[] = [];
  let isFull = false;
  const saver = makeDraftSaver(
    () => Promise.resolve(isFull ? { ok: false, fault: { code: 'diskFull' } } : succeed({ savedAt: 7 })),
    (mark) => marks.push(mark),
  );
  saver.note('d', page('1'));
  await saver.flush();
  isFull = true;
  saver.note('d', page('2'));
  await saver.flush();
  expect(marks).toEqual([
    { savedAt: 7, fault: null },
    { savedAt: 7, fault: { code: 'diskFull' } },
  ]);
});
