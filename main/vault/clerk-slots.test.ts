import { createPublicKey, verify } from 'node:crypto';
import { readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addClerkSlot,
  changeLabel,
  changePassword,
  keepRecoveryCode,
  offerRecoveryCode,
  recoverVault,
  removeSlot,
  renameSlot,
  resetPassword,
  unlockSlot,
} from './clerk-slots.ts';
import { closeDatabase } from './database.ts';
import { vaultPaths } from './folder.ts';
import type { FoundedVault } from './found-vault.ts';
import { createVault, openVault, settleFolder } from './found-vault.ts';
import { SCRYPT } from './keys.ts';
import { readLobby } from './lobby.ts';
import { getClerkSlot, getRecoverySlot, readSlots, updateSlots } from './slots.ts';
import { at, damage, ready } from './testing-lobby.ts';
import { QUICK_LOG2N, SAMPLE_PASSWORD, faultOf, makeFolder, makeVault, removeFolder } from './testing.ts';

let folder = '';
let made: FoundedVault;
beforeEach(async () => {
  folder = join(makeFolder(), 'data');
  made = await makeVault(folder);
});
afterEach(() => removeFolder(join(folder, '..')));

describe('a new vault', () => {
  it('opens by its clerk, whose signatures verify', async () => {
    const opened = await unlockSlot(folder, made.slotId, SAMPLE_PASSWORD);
    expect(opened).toMatchObject({
      vaultId: made.vaultId,
      clerkId: 'c1',
      username: 'mau',
      failedBefore: 0,
      trial: false,
    });
    expect(opened.databaseKey.equals(made.databaseKey)).toBe(true);
    const message = Buffer.from('a row');
    const spki = Buffer.concat([
      Buffer.from('302a300506032b6570032100', 'hex'),
      Buffer.from(opened.signer.publicKey, 'hex'),
    ]);
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    expect(verify(null, message, key, opened.signer.sign(message))).toBe(true);
    expect(opened.signer.publicKey).toBe(made.signer.publicKey);
    closeDatabase(openVault(folder, opened.databaseKey));
  });

  it('hashes passwords at 128 MiB unless told otherwise, and takes any composition of the same letters', async () => {
    const other = join(folder, '..', 'real');
    const { slotId } = await createVault(other, {
      trial: true,
      label: ready(readLobby(folder)),
      clerk: { clerkId: 'c1', username: 'mau', name: 'Mẫu', password: SAMPLE_PASSWORD.normalize('NFD') },
      now: 1,
    });
    const slot = getClerkSlot(readSlots(other).body, slotId);
    expect(slot.hashing).toMatchObject({ log2N: 17, r: 8, p: 1 });
    expect(128 * 2 ** SCRYPT.log2N * SCRYPT.r).toBe(128 * 1024 * 1024);
    expect((await unlockSlot(other, slotId, SAMPLE_PASSWORD.normalize('NFC'))).trial).toBe(true);
  });

  it('keeps no secret in the clear, for its owner alone', () => {
    const files = [...vaultPaths(folder).slots, vaultPaths(folder).database];
    for (const file of files) {
      const bytes = readFileSync(file);
      for (const secret of [
        made.databaseKey,
        Buffer.from(made.databaseKey.toString('hex')),
        Buffer.from(SAMPLE_PASSWORD),
      ])
        expect(bytes.includes(secret)).toBe(false);
      expect(bytes.includes(made.recoveryCode)).toBe(false);
      if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
    }
    if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('is never made over another, nor with a weak password', async () => {
    expect(await faultOf(() => makeVault(folder))).toBe('vaultExists');
    const elsewhere = join(folder, '..', 'weak');
    const plan = { trial: false, label: ready(readLobby(folder)), now: 1, log2N: QUICK_LOG2N };
    const clerk = { clerkId: 'c', username: 'mau', name: 'Mẫu', password: 'ngắn' };
    expect(await faultOf(() => createVault(elsewhere, { ...plan, clerk }))).toBe('weakPassword/short');
    expect(readLobby(elsewhere)).toEqual({ state: 'empty' });
  });

  it('leaves no vault behind when its founding fails', async () => {
    const elsewhere = join(folder, '..', 'half');
    await expect(
      makeVault(elsewhere, () => {
        throw new Error('founding');
      }),
    ).rejects.toThrow('founding');
    expect(readLobby(elsewhere)).toEqual({ state: 'empty' });
    await makeVault(elsewhere);
    expect(readLobby(elsewhere).state).toBe('ready');
  });

  it('is finished at the next start when the power went between slots and database', () => {
    const { database, unfinishedDatabase } = vaultPaths(folder);
    renameSync(database, unfinishedDatabase);
    expect(damage(readLobby(folder))).toBe('vaultDamaged missing');
    settleFolder(folder);
    expect(readLobby(folder).state).toBe('ready');
    closeDatabase(openVault(folder, made.databaseKey));
  });
});

describe('passwords', () => {
  it('wrong ones are counted in the file before they are tried, and make her wait longer and longer', async () => {
    for (let i = 1; i <= 4; i++) {
      expect(await faultOf(() => unlockSlot(folder, made.slotId, 'không phải mật khẩu', at(0)))).toBe(
        'wrongPassword',
      );
      expect(getClerkSlot(readSlots(folder).body, made.slotId).failed).toBe(i);
    }
    // The right one does not help while she must wait, and no new process forgets it.
    expect(await faultOf(() => unlockSlot(folder, made.slotId, SAMPLE_PASSWORD, at(4)))).toBe('lockedOut');
    expect(ready(readLobby(folder, at(4))).clerks[0]).toMatchObject({ waitUntil: at(5).now });
    expect(ready(readLobby(folder, at(5))).clerks[0]).toMatchObject({ waitUntil: 0 });
    const opened = await unlockSlot(folder, made.slotId, SAMPLE_PASSWORD, at(6));
    expect(opened.failedBefore).toBe(4);
    expect((await unlockSlot(folder, made.slotId, SAMPLE_PASSWORD, at(7))).failedBefore).toBe(0);
  });

  it('many at once win no more guesses than one after another', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, () =>
        faultOf(() => unlockSlot(folder, made.slotId, 'không phải mật khẩu', at(0))),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'wrongPassword')).toHaveLength(4);
    expect(outcomes.filter((outcome) => outcome === 'lockedOut')).toHaveLength(8);
  });

  it('cost a guess even when the program is killed during the trial', async () => {
    const trial = unlockSlot(folder, made.slotId, 'không phải mật khẩu', at(0)).catch(() => undefined);
    expect(getClerkSlot(readSlots(folder).body, made.slotId).failed).toBe(1);
    await trial;
  });

  it('change without changing her hand', async () => {
    const next = 'năm con chim sẻ';
    expect(await faultOf(() => changePassword(folder, made.slotId, 'sai', next))).toBe('wrongPassword');
    expect(await faultOf(() => changePassword(folder, made.slotId, SAMPLE_PASSWORD, 'x'))).toBe(
      'weakPassword/short',
    );
    await changePassword(folder, made.slotId, SAMPLE_PASSWORD, next);
    expect(await faultOf(() => unlockSlot(folder, made.slotId, SAMPLE_PASSWORD))).toBe('wrongPassword');
    const opened = await unlockSlot(folder, made.slotId, next);
    expect(opened.signer.publicKey).toBe(made.signer.publicKey);
    expect(opened.databaseKey.equals(made.databaseKey)).toBe(true);
  });

  it('reset by an administrator give a new hand, and let nobody use the old one', async () => {
    const owner = { clerkId: 'c2', username: 'thidu', name: 'Trần Thị Thí Dụ' };
    const added = await addClerkSlot(folder, made.databaseKey, owner, 'sáu quả cam vàng', QUICK_LOG2N);
    const reset = await resetPassword(folder, made.databaseKey, added.slotId, 'bảy cây tre xanh');
    expect(reset.publicKey).not.toBe(added.publicKey);
    expect(await faultOf(() => unlockSlot(folder, added.slotId, 'sáu quả cam vàng'))).toBe('wrongPassword');
    const opened = await unlockSlot(folder, added.slotId, 'bảy cây tre xanh');
    expect(opened).toMatchObject({ clerkId: 'c2', name: 'Trần Thị Thí Dụ' });
    expect(opened.signer.publicKey).toBe(reset.publicKey);
  });
});

describe('clerks', () => {
  it('have names of their own and are never all removed', async () => {
    const owner = { clerkId: 'c2', username: 'MAU', name: 'Trần Thị Thí Dụ' };
    const password = 'sáu quả cam vàng';
    expect(await faultOf(() => addClerkSlot(folder, made.databaseKey, owner, password, QUICK_LOG2N))).toBe(
      'usernameTaken',
    );
    expect(await faultOf(() => removeSlot(folder, made.slotId))).toBe('lastAdmin');
    const added = await addClerkSlot(
      folder,
      made.databaseKey,
      { ...owner, username: 'thidu' },
      password,
      QUICK_LOG2N,
    );
    expect(await faultOf(() => renameSlot(folder, added.slotId, { name: 'Thí Dụ', username: 'Mau' }))).toBe(
      'usernameTaken',
    );
    renameSlot(folder, added.slotId, { name: 'Thí Dụ', username: 'thi' });
    expect((await unlockSlot(folder, added.slotId, password)).name).toBe('Thí Dụ');
    removeSlot(folder, made.slotId);
    expect(await faultOf(() => unlockSlot(folder, made.slotId, SAMPLE_PASSWORD))).toBe('unknownClerk');
    expect(ready(readLobby(folder)).clerks.map(({ username }) => username)).toEqual(['thi']);
  });

  it('cannot borrow another identity, or leave a trial, by editing the slot file', async () => {
    const edits: ((body: ReturnType<typeof readSlots>['body']) => ReturnType<typeof readSlots>['body'])[] = [
      (body) => ({ ...body, trial: true }),
      (body) => ({
        ...body,
        slots: body.slots.map((slot) => (slot.kind === 'clerk' ? { ...slot, clerkId: 'c9' } : slot)),
      }),
      (body) => ({
        ...body,
        slots: body.slots.map((slot) =>
          slot.kind === 'clerk' ? { ...slot, publicKey: '00'.repeat(32) } : slot,
        ),
      }),
    ];
    for (const edit of edits) {
      const { body } = readSlots(folder);
      updateSlots(folder, edit);
      expect(await faultOf(() => unlockSlot(folder, made.slotId, SAMPLE_PASSWORD))).toBe('wrongPassword');
      updateSlots(folder, () => body);
    }
    expect(await faultOf(() => unlockSlot(folder, made.slotId, SAMPLE_PASSWORD))).toBe('none');
  });

  it('see the new name of their office before signing in', () => {
    changeLabel(folder, {
      office: { code: 'H55.243', name: 'UBND xã Khác' },
      desk: { number: 2, name: 'Quầy 2' },
    });
    expect(readLobby(folder)).toMatchObject({ office: { code: 'H55.243' }, desk: { number: 2 } });
  });
});

describe('the recovery code', () => {
  const newPassword = 'tám hạt gạo trắng';

  it('opens the vault, gives a new password, and is replaced when used', async () => {
    const asked = { code: made.recoveryCode.toLowerCase(), slotId: made.slotId, newPassword };
    const recovered = await recoverVault(folder, asked, 5);
    expect(recovered.databaseKey.equals(made.databaseKey)).toBe(true);
    expect(recovered.recoveryCode).not.toBe(made.recoveryCode);
    expect(recovered.signer.publicKey).not.toBe(made.signer.publicKey);
    expect((await unlockSlot(folder, made.slotId, newPassword)).signer.publicKey).toBe(
      recovered.signer.publicKey,
    );
    expect(await faultOf(() => recoverVault(folder, asked, 6))).toBe('wrongRecoveryCode/wrong');
    expect(await faultOf(() => recoverVault(folder, { ...asked, code: recovered.recoveryCode }, 7))).toBe(
      'none',
    );
  });

  it('ends a lock-out', async () => {
    for (let i = 0; i < 5; i++) await faultOf(() => unlockSlot(folder, made.slotId, 'sai', at(0)));
    await recoverVault(folder, { code: made.recoveryCode, slotId: made.slotId, newPassword }, 5);
    expect(await faultOf(() => unlockSlot(folder, made.slotId, newPassword, at(1)))).toBe('none');
  });

  it('is not spent by a slip of the pen or a weak new password', async () => {
    const other = await makeVault(join(folder, '..', 'other'));
    const last = made.recoveryCode.endsWith('A') ? 'B' : 'A';
    const asked = { code: made.recoveryCode, slotId: made.slotId, newPassword };
    expect(
      await faultOf(() => recoverVault(folder, { ...asked, code: made.recoveryCode.slice(0, -1) + last }, 5)),
    ).toBe('wrongRecoveryCode/mistyped');
    expect(await faultOf(() => recoverVault(folder, { ...asked, code: other.recoveryCode }, 5))).toBe(
      'wrongRecoveryCode/wrong',
    );
    expect(await faultOf(() => recoverVault(folder, { ...asked, newPassword: 'x' }, 5))).toBe(
      'weakPassword/short',
    );
    expect(await faultOf(() => recoverVault(folder, asked, 5))).toBe('none');
  });

  it('is replaced only once the new one is known to be on paper', async () => {
    const { code, slot } = offerRecoveryCode(folder, made.databaseKey, 5);
    const asked = { code: made.recoveryCode, slotId: made.slotId, newPassword };
    expect(getRecoverySlot(readSlots(folder).body).provedAt).toBe(0);
    expect(await faultOf(() => recoverVault(folder, { ...asked, code }, 5))).toBe('wrongRecoveryCode/wrong');
    keepRecoveryCode(folder, slot, 7);
    expect(getRecoverySlot(readSlots(folder).body)).toMatchObject({ id: slot.id, createdAt: 5, provedAt: 7 });
    expect(await faultOf(() => recoverVault(folder, asked, 5))).toBe('wrongRecoveryCode/wrong');
    expect(await faultOf(() => recoverVault(folder, { ...asked, code }, 9))).toBe('none');
    // The one given in its place is nobody's yet.
    expect(getRecoverySlot(readSlots(folder).body).provedAt).toBe(0);
  });
});
