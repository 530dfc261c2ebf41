import { afterEach, describe, expect, it, vi } from 'vitest';
import { notificationsStore } from '@mantine/notifications';
import type { AppStatus, SessionInfo } from '../shared/contract.ts';
import { commandOf } from '../shared/dossier/acts/testing-life.ts';
import { ask } from './bridge.ts';
import { enter, leave, useDesk } from './desk-store.ts';
import { toast } from './frame/toast.ts';
import { findTyped, forgetTyped, keepTyped } from './screens/dossier/acts/half-typed.ts';
import { markAlso, useListView } from './screens/dossiers/list-view.ts';

const session = (id: string): SessionInfo => ({
  clerk: { id, name: id, roles: ['reception'] },
  profile: { code: '', name: '', superior: '', address: '', phone: '', province: '', lookupBase: '' },
  desk: { number: 1, name: '' },
  trial: true,
  day: { state: 'ok', day: '2026-11-23', last: null, clock: 0 },
  language: 'vi',
  recoveryKept: true,
});

const said = () => notificationsStore.getState().notifications.map(({ message }) => message);

/** Main, whose answers the test gives when it likes. */
const mainThatWaits = () => {
  const answers: ((answer: { ok: true; value: AppStatus }) => void)[] = [];
  vi.stubGlobal('window', {
    quay: { ask: () => new Promise((answer) => answers.push(answer)), listen: () => () => undefined },
  });
  return (): void => answers.shift()?.({ ok: true, value: { ...useDesk.getState().status! } });
};

/** True when an answer has reached whoever asked. */
const isHeard = async (asked: Promise<unknown>): Promise<boolean> =>
  Promise.race([asked.then(() => true), new Promise<boolean>((later) => setTimeout(() => later(false), 20))]);

afterEach(() => {
  leave();
  vi.unstubAllGlobals();
});

describe('a change of clerk', () => {
  it('takes along what was told and marked; the same clerk finds it after a lock', () => {
    enter(session('một'));
    toast('fault', 'Chưa in được giấy của ông Nguyễn Văn Mẫu.', 'paper');
    markAlso(['d1', 'd2'], 0);
    leave();
    enter(session('một'));
    expect(said()).toHaveLength(1);
    expect(useListView.getState().marked.size).toBe(2);
    leave();
    enter(session('hai'));
    expect(said()).toEqual([]);
    expect(useListView.getState().marked.size).toBe(0);
  });

  it('without a lock between them does the same', () => {
    enter(session('một'));
    toast('good', 'Đã ghi.', 'act');
    enter(session('hai'));
    expect(said()).toEqual([]);
  });

  it('hides a half-typed act from everybody but whom it belongs to, until she records it or gives it up', () => {
    const act = commandOf('stop', 'command-1', { reason: 'Theo đề nghị của' });
    enter(session('một'));
    keepTyped('d1', act);
    leave();
    expect(findTyped('d1')).toBeUndefined();
    enter(session('hai'));
    expect(findTyped('d1')).toBeUndefined();
    leave();
    enter(session('một'));
    expect(findTyped('d2')).toBeUndefined();
    expect(findTyped('d1')).toEqual(act);
    forgetTyped();
    expect(findTyped('d1')).toBeUndefined();
  });

  it('leaves an answer on its way unheard', async () => {
    const answer = mainThatWaits();
    enter(session('một'));
    const asked = ask('app.status', {});
    leave();
    enter(session('hai'));
    answer();
    expect(await isHeard(asked)).toBe(false);
    const again = ask('app.status', {});
    answer();
    expect(await isHeard(again)).toBe(true);
  });

  it('lets an answer to nobody in particular through: a sign-in is one', async () => {
    const answer = mainThatWaits();
    const asked = ask('app.status', {});
    enter(session('một'));
    answer();
    expect(await isHeard(asked)).toBe(true);
  });
});
