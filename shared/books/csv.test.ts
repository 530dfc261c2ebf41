import { describe, expect, it } from 'vitest';
import { bookCsv } from './csv.ts';
import type { Column } from './table.ts';

const columns: Column[] = [
  { key: 'text', kind: 'text', width: 10 },
  { key: 'amount', kind: 'money', width: 10 },
  { key: 'at', kind: 'moment', width: 10 },
  { key: 'share', kind: 'share', width: 10 },
];
const lines = (...rows: (string | number | null)[][]): string[] =>
  bookCsv(columns, ['Tên', 'Số tiền', 'Lúc', 'Tỷ lệ'], rows).split('\r\n').slice(1, -1);

describe('a book as CSV', () => {
  it('begins with the mark of UTF-8 and ends every line by RFC 4180', () => {
    const csv = bookCsv(columns, ['Tên', 'Số tiền', 'Lúc', 'Tỷ lệ'], []);
    expect(csv).toBe('\uFEFFTên,Số tiền,Lúc,Tỷ lệ\r\n');
  });

  it('gives amounts as digits, times and shares as they are read, nothing as nothing', () => {
    const at = Date.parse('2026-11-23T15:40:00+07:00');
    expect(lines(['Nguyễn Văn Mẫu', 1_016_000, at, 0.985], [null, null, null, null])).toEqual([
      'Nguyễn Văn Mẫu,1016000,15:40 23/11/2026,"98,5 %"',
      ',,,',
    ]);
  });

  it.each(['=1+1', '+84912000000', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")'])(
    'lets no cell run: %j',
    (evil) => {
      const [line = ''] = bookCsv(columns, ['a', 'b', 'c', 'd'], [[evil, 1, null, null]])
        .split('\r\n')
        .slice(1);
      const field = /^"?(?<first>.)/su.exec(line)?.groups?.['first'];
      expect(field).toBe("'");
    },
  );

  it('quotes what would cut a line or a field', () => {
    expect(lines(['a "b", c\nd', 1, null, null])).toEqual(['"a ""b"", c\nd",1,,']);
  });
});
