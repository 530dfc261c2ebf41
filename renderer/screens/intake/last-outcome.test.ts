import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../../shared/messages/index.ts';
import { paperText, type LastOutcome, type PaperMark } from './last-outcome.ts';

const words = messagesIn('vi');
const lastWith = (paper: PaperMark): LastOutcome => ({
  clerk: 'c',
  answer: { dossier: 'd', outcome: 'accepted', code: 'H55.242-261123-0007', dueAt: null, witness: 'abc' },
  form: 'receipt',
  paper,
});
const told = (result: Extract<PaperMark, { state: 'told' }>['result'], printer = 'QUAY') =>
  paperText(lastWith({ state: 'told', printer, result }), words);

describe('what is said of the paper', () => {
  it('names what happened, what is safe and what to do', () => {
    expect(told({ ok: false, fault: { code: 'printerGone' } }).text).toBe(
      'Chưa in được: máy in QUAY không trả lời. Hồ sơ đã lưu, mã H55.242-261123-0007. Bật máy in rồi nhấn F9.',
    );
  });

  it('always gives the code when a hand is needed', () => {
    const trouble = [
      told({ ok: false, fault: { code: 'noPrinter' } }, ''),
      told({ ok: false, fault: { code: 'printFailed', params: { detail: 'máy in từ chối lệnh in' } } }),
      told({ ok: false, fault: { code: 'notSignedIn' } }),
      told({ ok: true, value: { outcome: 'unsure', printer: 'QUAY', detail: '' } }),
      told({ ok: true, value: { outcome: 'failed', printer: 'QUAY', detail: '' } }),
    ];
    for (const { tone, text } of trouble) {
      expect(tone).toBe('bad');
      expect(text).toContain('H55.242-261123-0007');
    }
  });

  it('is calm when it was printed, or not asked for', () => {
    expect(told({ ok: true, value: { outcome: 'printed', printer: 'QUAY', detail: '' } }).tone).toBe('good');
    expect(paperText(lastWith({ state: 'off' }), words).tone).toBe('plain');
    expect(paperText(lastWith({ state: 'printing' }), words).tone).toBe('plain');
  });
});
