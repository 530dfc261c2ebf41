import { expect, it } from 'vitest';
import { openLines } from './lines.ts';

it('keeps every line whole while its room grows', () => {
  const texts = ['', 'đơn', 'Hẹn trả kết quả 🏛 '.repeat(3_000), 'x', 'ễ'.repeat(100_000), 'end'];
  const lines = openLines();
  for (const text of texts) lines.add(text);
  const expected = texts.map((text) => `${text}\n`).join('');
  expect(lines.bytes().toString()).toBe(expected);
  expect(lines.length).toBe(Buffer.byteLength(expected));
});
