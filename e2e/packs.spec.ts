import { execFileSync } from 'node:child_process';
import {
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { localDateAt } from '../shared/calendar/vietnam-time.ts';
import { dist, packagedApp } from '../scripts/packaged-app.mjs';
import { root } from '../scripts/setup/run.mjs';
import { inspector } from './accessibility.ts';
import type { Finding } from './accessibility.ts';
import { answerDialogs, foldersIn, launch, pullThePlug } from './clerk/application.ts';
import type { Counter } from './clerk/application.ts';
import { get } from './clerk/bridge.ts';
import { accept, fillIntake } from './clerk/intake.ts';
import { goTo, signIn } from './clerk/session.ts';
import { words } from './clerk/words.ts';
import { expect, monday, test } from './counter.ts';
import { shortest } from './samples.ts';

/** Packs that do come into force, signed by a key of the test's own. */

const pinned = '1e7b3b096158220611a14452df5810fa64eb04234ce711847d459fce3447287c';

/** Copies a folder by hard links, but for the archive, in which another key of the same length is pinned. */
const copyWithKey = (from: string, to: string, key: string): void => {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyWithKey(source, target, key);
    else if (entry.name !== 'app.asar') linkSync(source, target);
    else {
      const archive = readFileSync(source);
      const at = archive.indexOf(pinned);
      if (at < 0) throw new Error('the pinned key is not in the archive');
      archive.write(key, at);
      writeFileSync(target, archive);
    }
  }
};

const signPack = (...args: string[]): string =>
  execFileSync(process.execPath, [join(root, 'scripts', 'sign-pack.mjs'), ...args], { encoding: 'utf8' });

interface Versioned {
  version: number;
  issued: string;
}

test('a newer catalogue and a year’s calendar come into force, and leave every date already on paper', async ({
  founded,
  scratch,
}) => {
  // Elsewhere the system checks the archive against a seal in the executable.
  test.skip(process.platform !== 'linux');
  const key = join(scratch, 'key.pem');
  const publicKey = signPack('keygen', key).trim();
  const home = mkdtempSync(join(dist, 'own-key-'));
  const { tested } = packagedApp();
  copyWithKey(dirname(tested), home, publicKey);
  const folders = foldersIn(join(scratch, 'counter'));
  cpSync(founded, folders.root, { recursive: true });
  const counters: Counter[] = [];
  const start = async (): Promise<Counter> => {
    const one = await launch({ executable: join(home, basename(tested)), folders, at: monday });
    counters.push(one);
    return one;
  };
  try {
    const counter = await start();
    const { page } = counter;
    await signIn(page);
    const make = <T extends Versioned>(asset: string, name: string, change: (body: T) => T): string => {
      const body = join(scratch, `${name}.body.json`);
      const pack = join(scratch, `${name}.json`);
      const shipped = JSON.parse(readFileSync(join(root, 'assets', asset), 'utf8')) as T;
      writeFileSync(body, JSON.stringify(change(shipped)));
      signPack('sign', body, key, 'quay-2026', pack);
      return pack;
    };
    const catalogue = (name: string, version: number) =>
      make<Versioned & { title: string }>('catalogue/vn-commune-2026.json', name, (body) => ({
        ...body,
        version,
        title: `Danh mục mẫu ${name}`,
      }));
    /** Wednesday 25/11/2026 is a holiday too, and 2027 is official. */
    const calendar = make<Versioned & { days: object[] }>('calendar/vn-2024-2027.json', 'lich', (body) => ({
      ...body,
      version: 2,
      issued: '2026-11-23',
      unofficialYears: [],
      days: [
        ...body.days.map((day) => ({ ...day, confidence: 'high' })),
        {
          date: '2026-11-25',
          weekday: 3,
          type: 'holiday',
          name: 'Ngày nghỉ mẫu',
          pairedWorkday: null,
          confidence: 'high',
          source: 'Thông báo mẫu',
        },
      ],
    }));
    const dueOf = async (code: string) => {
      const [row] = (await get(page, 'dossier.find', { text: code })).rows;
      return row?.dueAt;
    };

    await fillIntake(counter, shortest);
    const before = await accept(page);
    const due = await dueOf(before);
    expect(localDateAt(due ?? 0)).toBe('2026-11-25');

    await goTo(page, 'F10');
    await page.getByRole('button', { name: words.settings.sections.catalogue, exact: true }).click();
    const sheet = page.getByRole('region', { name: words.settings.sections.catalogue });
    const say = words.settings.catalogue;
    await expect(sheet.getByText(say.unofficialText)).toBeVisible();
    const load = async (file: string) => {
      await answerDialogs(counter, { open: [file] });
      await sheet.getByRole('button', { name: say.import }).click();
    };
    await load(catalogue('hai', 2));
    await expect(sheet.getByText('Danh mục mẫu hai')).toBeVisible();
    await expect(sheet.getByText(/vn-commune-2026 · phiên bản 2/)).toBeVisible();
    const inForce = await get(page, 'catalogue.info', {});
    const third = catalogue('ba', 3);
    const altered = join(scratch, 'sua.json');
    writeFileSync(altered, readFileSync(third, 'utf8').replace('Danh mục mẫu ba', 'Danh mục mẫu 3a'));
    const unsigned = join(scratch, 'khong-ky.json');
    writeFileSync(
      unsigned,
      JSON.stringify({ ...(JSON.parse(readFileSync(third, 'utf8')) as object), signature: '' }),
    );
    const wrong = make<Versioned & { days: object[] }>('calendar/vn-2024-2027.json', 'sai', (body) => ({
      ...body,
      version: 2,
      days: body.days.map((day) => ({ ...day, weekday: 1 })),
    }));
    for (const [file, told] of [
      [catalogue('mot', 1), words.faults.faults.packOlder],
      [altered, words.faults.faults.packUntrusted],
      [unsigned, words.faults.faults.packUnsigned],
      [wrong, words.faults.faults.packInvalid],
    ] as const) {
      await load(file);
      await expect(sheet.getByText(told)).toBeVisible();
      expect(await get(page, 'catalogue.info', {})).toEqual(inForce);
    }
    await expect(sheet.getByText(/ghi sai thứ/).first()).toBeVisible();

    await load(calendar);
    await expect(sheet.getByText(/vn-lich-lam-viec · phiên bản 2/)).toBeVisible();
    await expect(sheet.getByText(say.unofficialText)).toBeHidden();
    await fillIntake(counter, { ...shortest, note: 'sau lịch mới' });
    const after = await accept(page);
    expect(localDateAt((await dueOf(after)) ?? 0)).toBe('2026-11-26');
    expect(await dueOf(before)).toBe(due);
    // Nothing moved by itself: whom it touches stands on the first screen.
    await goTo(page, 'F1');
    const touched = page.getByRole('region', { name: words.day.promises.title({ count: 1 }) });
    await expect(touched.getByText(before)).toBeVisible();
    const found: Finding[] = [];
    await inspector(() => page, found)('whom a later holiday touches');
    expect(found).toEqual([]);
    // What is in force after a restart is what was installed.
    const installed = await get(page, 'catalogue.info', {});
    await pullThePlug(counter);
    const again = await start();
    await signIn(again.page);
    expect(await get(again.page, 'catalogue.info', {})).toEqual(installed);
  } finally {
    for (const one of counters) await pullThePlug(one);
    rmSync(home, { recursive: true, force: true });
  }
});
