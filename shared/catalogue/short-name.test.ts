import { expect, it } from 'vitest';
import { shortProcedureName } from './short-name.ts';

it.each([
  ['Thủ tục cấp Giấy xác nhận tình trạng hôn nhân', 'Cấp Giấy xác nhận tình trạng hôn nhân'],
  ['Thủ tục đăng ký khai sinh', 'Đăng ký khai sinh'],
  ['Chứng thực di chúc', 'Chứng thực di chúc'],
  ['Thủ tục', 'Thủ tục'],
  ['', ''],
])('%j is %j in a list', (name, short) => {
  expect(shortProcedureName(name)).toBe(short);
});
