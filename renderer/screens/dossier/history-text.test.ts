import { describe, expect, test } from 'vitest';
import type { HistoryRow } from '../../../shared/contract.ts';
import { messagesIn } from '../../../shared/messages/index.ts';
import { historyNote, historyTitle, isWrittenLater } from './history-text.ts';

const words = messagesIn('vi');
const row = (type: string, detail: HistoryRow['detail']): HistoryRow => ({
  id: 'e',
  pos: 1,
  type,
  at: 1_000_000,
  recordedAt: 1_000_000,
  clock: 'ok',
  clerkName: 'Cán bộ Mẫu',
  desk: 1,
  witness: '0123456789',
  detail,
});

describe('the history of a dossier', () => {
  test('tells a paper by its form and what became of it', () => {
    const printed = row('paperPrinted', {
      form: 'receipt',
      outcome: 'unsure',
      printer: 'QUAY',
      reprint: true,
    });
    expect(historyTitle(printed, words)).toBe('Giấy tiếp nhận và hẹn trả (mẫu 01): chưa rõ đã in');
    expect(historyNote(printed, words)).toBe('QUAY · bản sao');
  });

  test('names code and slip numbers as they are printed', () => {
    expect(historyNote(row('dossierAccepted', { code: 'H55.242-261123-0007' }), words)).toBe(
      'H55.242-261123-0007',
    );
    expect(historyNote(row('intakeGuided', { slip: '02-0007/2026' }), words)).toBe('02-0007/2026');
    expect(historyNote(row('intakeRefused', { slip: '03-2.0007/2026' }), words)).toBe('03-2.0007/2026');
  });

  test('shows what it does not know instead of hiding it', () => {
    expect(historyTitle(row('resultSigned', { v: 3 }), words)).toContain('resultSigned');
    expect(historyTitle(row('paperPrinted', { form: 'poster', outcome: 'printed' }), words)).toBe('In giấy');
    expect(historyTitle(row('constructor', {}), words)).toContain('constructor');
  });

  test('tells the PC’s own time only when it is another', () => {
    expect(isWrittenLater(row('paperPrinted', {}))).toBe(false);
    expect(isWrittenLater({ ...row('paperPrinted', {}), recordedAt: 1_060_000 })).toBe(true);
  });
});
