import pkcs11js from 'pkcs11js';
import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../shared/messages/index.ts';
import { signingFaultKinds } from '../../shared/signing/faults.ts';
import type { SigningFaultCode } from '../../shared/signing/faults.ts';
import { sayMessage } from '../../shared/text/problem.ts';
import { asSigningFault, endsLogin } from './ckr.ts';

// What users of tokens complain of (docs/signing.md), each with the one sentence that says what to do.

const said: Readonly<Record<string, SigningFaultCode>> = {
  CKR_PIN_INCORRECT: 'pinIncorrect',
  CKR_PIN_LOCKED: 'pinLocked',
  CKR_PIN_INVALID: 'pinUnfit',
  CKR_PIN_LEN_RANGE: 'pinUnfit',
  CKR_PIN_EXPIRED: 'pinExpired',
  CKR_USER_PIN_NOT_INITIALIZED: 'pinNotSet',
  CKR_FUNCTION_CANCELED: 'pinCancelled',
  CKR_FUNCTION_REJECTED: 'pinCancelled',
  CKR_USER_NOT_LOGGED_IN: 'tokenNotLoggedIn',
  CKR_USER_ANOTHER_ALREADY_LOGGED_IN: 'tokenBusy',
  CKR_USER_TOO_MANY_TYPES: 'tokenBusy',
  CKR_SESSION_COUNT: 'tokenBusy',
  CKR_OPERATION_ACTIVE: 'tokenBusy',
  CKR_DEVICE_REMOVED: 'tokenRemoved',
  CKR_TOKEN_NOT_PRESENT: 'tokenRemoved',
  CKR_OBJECT_HANDLE_INVALID: 'tokenSessionLost',
  CKR_KEY_HANDLE_INVALID: 'tokenSessionLost',
  CKR_SESSION_HANDLE_INVALID: 'tokenSessionLost',
  CKR_SESSION_CLOSED: 'tokenSessionLost',
  CKR_DEVICE_ERROR: 'tokenUnreadable',
  CKR_DEVICE_MEMORY: 'tokenUnreadable',
  CKR_TOKEN_NOT_RECOGNIZED: 'tokenUnreadable',
  CKR_MECHANISM_INVALID: 'tokenCannotSign',
  CKR_KEY_FUNCTION_NOT_PERMITTED: 'tokenCannotSign',
  CKR_KEY_TYPE_INCONSISTENT: 'tokenCannotSign',
  CKR_GENERAL_ERROR: 'driverFailed',
  CKR_BUFFER_TOO_SMALL: 'driverFailed',
};

describe('what a driver answers', () => {
  it.each(Object.entries(said))('%s is told as %s', (name, code) => {
    const value: unknown = Reflect.get(pkcs11js, name);
    const fault = asSigningFault(new pkcs11js.Pkcs11Error('', Number(value), 'C_Sign'));
    expect(fault).toMatchObject({ code, params: { ckr: value, method: 'C_Sign' } });
    // Handles die with the session: they are never tried again.
    expect(endsLogin(fault)).toBe(
      ['tokenRemoved', 'tokenSessionLost', 'tokenUnreadable', 'tokenNotLoggedIn'].includes(code),
    );
  });

  it('what is no answer of PKCS#11 is told without its text, which may quote what it was given', () => {
    expect(asSigningFault(new TypeError('123456'))).toMatchObject({
      code: 'driverFailed',
      params: { ckr: 0, method: 'TypeError' },
    });
  });
});

const params = {
  path: '/x.so',
  bits: 32,
  appBits: 64,
  ckr: 5,
  method: 'C_Sign',
  label: 'A',
  left: 'last',
  name: 'giấy.pdf',
  seconds: 60,
  page: 3,
};
/** What she can do now, or need not: the words a next step begins with. */
const step =
  /(?:^|[.;,:] |hoặc )(?:cài|cắm|rút|chọn|nhập|bấm|xin|tải|đóng|mang|đặt|đổi|kiểm tra|báo|hỏi|chờ|mở|làm lại|lưu|xuất|quét|chép|in|dùng|ký|phần mềm sẽ tự|chỉ thêm|nếu không chắc, hãy dừng)/iu;

describe.each(['vi', 'en'] as const)('in %s', (language) => {
  const codes = Object.keys(signingFaultKinds) as (keyof typeof signingFaultKinds)[];
  const { faults } = messagesIn(language).faults;
  const texts = codes.map((code) => ({ code, text: sayMessage(faults[code], params) }));

  it.each(texts)('$code has a sentence of its own and a next step', ({ text }) => {
    expect(text.length).toBeGreaterThan(40);
    expect(text).not.toMatch(/undefined|null| {2}|\(\)/);
    expect(text.split(/[.;] /u).length).toBeGreaterThan(1);
    if (language === 'vi') expect(text).toMatch(step);
    expect(texts.filter((one) => one.text === text)).toHaveLength(1);
  });
});
