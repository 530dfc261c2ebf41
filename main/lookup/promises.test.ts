import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatDate } from '../../shared/calendar/vietnam-time.ts';
import { calendarPackSchema } from '../../shared/calendar/calendar-pack.ts';
import type { PromiseInQuestion } from '../../shared/contract.ts';
import { messagesIn } from '../../shared/messages/index.ts';
import { acceptSample, foundSample } from '../testing-intake.ts';
import { openTestDesk } from '../testing-desk.ts';
import type { TestDesk } from '../testing-desk.ts';
import { getCabinet } from '../desk/desk.ts';
import { loadRules } from '../desk/rules.ts';
import { refreshOffice } from '../desk/desk.ts';

const shipped = calendarPackSchema.parse(
  JSON.parse(readFileSync(new URL('../../assets/calendar/vn-2024-2027.json', import.meta.url), 'utf8')),
);

/** The shipped calendar with Friday 27/11/2026 off. */
const notice = JSON.stringify({
  ...shipped,
  version: shipped.version + 1,
  issued: '2026-11-24',
  days: [
    ...shipped.days,
    {
      ...shipped.days.find(({ type }) => type === 'holiday'),
      date: '2026-11-27',
      weekday: 5,
      name: 'Nghỉ theo thông báo mẫu',
      pairedWorkday: null,
    },
  ].sort((one, other) => one.date.localeCompare(other.date)),
});

let test: TestDesk;
beforeEach(async () => {
  test = openTestDesk();
  await foundSample(test);
});
afterEach(() => test.close());

/** As an admitted pack is written down, without the province's signature. */
const install = (): void => {
  const cabinet = getCabinet(test.desk);
  cabinet.db
    .prepare('INSERT INTO pack (kind, version, sha256, body, installed_at) VALUES (?, ?, ?, ?, ?)')
    .run(['calendar', 'notice', 'x', Buffer.from(notice, 'utf8'), test.desk.clock.now()]);
  cabinet.rules = loadRules(test.desk.places.assets, cabinet.db);
  refreshOffice(cabinet);
};

/** Asked until the look through what is open is over. */
const inQuestion = async (): Promise<PromiseInQuestion[]> => {
  const answer = await test.ask('day.promises', {});
  if (!answer.ok) throw new Error(answer.fault.code);
  return answer.value;
};
const found = async (count: number): Promise<PromiseInQuestion[]> => {
  for (let turn = 0; turn < 1000; turn += 1) {
    const list = await inQuestion();
    if (list.length === count) return list;
    await new Promise((next) => setTimeout(next));
  }
  throw new Error(`never ${count}`);
};

describe('a later holiday notice', () => {
  it('moves no printed date, and lists who is to be told until she was', async () => {
    const { dossier, dueAt } = await acceptSample(test);
    expect(await inQuestion()).toEqual([]);
    install();
    const [one] = await found(1);
    expect(one).toMatchObject({ id: dossier, promised: dueAt, kind: 'closedThatDay', phone: '0912345678' });
    expect(formatDate(one?.wouldBe ?? 0, messagesIn('vi').calendar)).toBe('thứ Hai 30/11/2026');
    const page = await test.ask('dossier.get', { id: dossier });
    expect(page.ok && page.value.row.dueAt).toBe(dueAt);
    const told = await test.ask('act.do', {
      dossier,
      act: {
        kind: 'notifyCitizen',
        command: randomUUID(),
        how: 'phone',
        reached: true,
        to: '0912345678',
        note: 'Ngày hẹn là ngày nghỉ',
      },
    });
    expect(told).toMatchObject({ ok: true });
    expect(await inQuestion()).toEqual([]);
  });

  it('asks nothing about what is accepted after it, or has its result', async () => {
    const { dossier } = await acceptSample(test);
    install();
    await acceptSample(test);
    await found(1);
    const done = await test.ask('act.do', {
      dossier,
      act: {
        kind: 'recordResult',
        command: randomUUID(),
        approved: true,
        number: '1/TP',
        date: '2026-11-23',
        summary: 'Giấy xác nhận',
        signer: 'Phạm Thị Mẫu',
        files: [],
        replaces: false,
      },
    });
    expect(done).toMatchObject({ ok: true });
    expect(await inQuestion()).toEqual([]);
  });
});
