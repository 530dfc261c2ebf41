import { expect, it } from 'vitest';
import { serializers } from './log.ts';

const thrownBy = (work: () => unknown): Error => {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('nothing was thrown');
};

it('writes no error down that quotes what it could not read', () => {
  const json = thrownBy(() => JSON.parse('{"name": Nguyễn Văn Mẫu'));
  expect(json.message).toContain('Nguy');
  const data = Object.assign(new Error('invalid input syntax for type integer: "019090000123"'), {
    code: '22P02',
  });
  for (const error of [json, data]) {
    const written = JSON.stringify(serializers.err(error));
    expect(written).not.toMatch(/Nguy|019090000123/u);
    expect(written).toContain('log.test.ts');
  }
  const lost = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  expect(serializers.err(lost)).toMatchObject({ type: 'Error', message: 'connect ECONNREFUSED' });
});
