import { expect, it } from 'vitest';
import { paperCondition } from './condition.ts';

it.each([
  [{ condition: null, required: true }, { kind: 'none' }],
  [
    { condition: 'trẻ bị bỏ rơi', required: false },
    { kind: 'when', text: 'trẻ bị bỏ rơi' },
  ],
  [
    { condition: 'khi không tra cứu được', required: false },
    { kind: 'when', text: 'không tra cứu được' },
  ],
  [
    { condition: 'chỉ khi không khai thác được', required: false },
    { kind: 'when', text: 'không khai thác được' },
  ],
  [
    { condition: 'không có thì văn bản của người làm chứng', required: true },
    { kind: 'note', text: 'không có thì văn bản của người làm chứng' },
  ],
  [
    { condition: 'hoặc văn bản cam đoan', required: false },
    { kind: 'note', text: 'hoặc văn bản cam đoan' },
  ],
] as const)('reads %j', (component, meant) => {
  expect(paperCondition(component)).toEqual(meant);
});
