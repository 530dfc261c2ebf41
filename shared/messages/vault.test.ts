import { describe, expect, it } from 'vitest';
import { sayMessage } from '../text/problem.ts';
import { messagesIn } from './index.ts';

const say = (
  code: 'wrongPassword' | 'lockedOut' | 'wrongRecoveryCode' | 'vaultDamaged',
  params: Record<string, string | number>,
) => (['vi', 'en'] as const).map((language) => sayMessage(messagesIn(language).faults.faults[code], params));

describe('what the vault says no to', () => {
  it('names the wait in minutes and seconds', () => {
    expect(say('lockedOut', { seconds: 900 }).join()).toMatch(/Chờ 15 phút rồi.*Wait 15 min and/);
    expect(say('lockedOut', { seconds: 75 }).join()).toMatch(/1 phút 15 giây.*1 min 15 s/);
    expect(say('wrongPassword', { failed: 4, seconds: 5 }).join()).toMatch(/sau 5 giây.*in 5 s/);
    expect(say('wrongPassword', { failed: 1, seconds: 0 }).join()).not.toMatch(/\d/);
  });

  it('names the group of a slip in the recovery code, and tells a slip from a wrong code', () => {
    expect(say('wrongRecoveryCode', { reason: 'mistyped', group: 3 }).join()).toMatch(/nhóm thứ 3.*group 3/);
    expect(say('wrongRecoveryCode', { reason: 'mistyped', group: 0 }).join()).toMatch(
      /từng nhóm.*each group/,
    );
    expect(say('wrongRecoveryCode', { reason: 'wrong', group: 0 }).join()).toMatch(
      /gõ đúng mẫu.*well-formed/,
    );
  });

  it('says of any damage that nothing was deleted', () => {
    for (const what of ['missing', 'empty', 'unreadable', 'damaged', 'unopenable', '']) {
      const [vi, en] = say('vaultDamaged', { what });
      expect(vi).toContain('Không có gì bị xóa');
      expect(en).toContain('Nothing was deleted');
    }
  });
});
