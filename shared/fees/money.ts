/** Money is whole đồng. A thousand billion is beyond any fee: a larger figure is a typing error. */
export const maxAmount = 1_000_000_000_000;

export const isAmount = (value: number): boolean =>
  Number.isSafeInteger(value) && value >= 0 && value <= maxAmount;

/** "16.000 đ". Throws RangeError on what is no amount: such a figure must not reach a paper. */
export const formatMoney = (value: number): string => {
  if (!isAmount(value)) throw new RangeError(`Not an amount in đồng: ${value}`);
  return `${String(value).replace(/\B(?=(?:\d{3})+$)/g, '.')} đ`;
};

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const scales = ['', 'nghìn', 'triệu', 'tỷ'] as const;

const digitWord = (digit: number): string => digits[digit] ?? '';

/** One to ninety-nine; `linked`: something stands before it, so 5 is "linh năm". */
const pairWords = (value: number, linked: boolean): string[] => {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return ones === 0 ? [] : [...(linked ? ['linh'] : []), digitWord(ones)];
  const head = tens === 1 ? ['mười'] : [digitWord(tens), 'mươi'];
  if (ones === 0) return head;
  if (ones === 1 && tens > 1) return [...head, 'mốt'];
  if (ones === 4 && tens > 1) return [...head, 'tư'];
  return [...head, ones === 5 ? 'lăm' : digitWord(ones)];
};

/** Three digits; `linked` also says their hundred when it is nought: một nghìn không trăm linh năm. */
const groupWords = (value: number, linked: boolean): string[] => {
  const hundreds = Math.floor(value / 100);
  const counted = hundreds > 0 || linked ? [digitWord(hundreds), 'trăm'] : [];
  return [...counted, ...pairWords(value % 100, counted.length > 0)];
};

/** "mười sáu nghìn đồng", as a receipt has it in words; lower case. Throws RangeError as formatMoney does. */
export const moneyInWords = (value: number): string => {
  if (!isAmount(value)) throw new RangeError(`Not an amount in đồng: ${value}`);
  if (value === 0) return 'không đồng';
  const words: string[] = [];
  for (let scale = 3; scale >= 0; scale -= 1) {
    const unit = 1000 ** scale;
    // Billions are read as one number: a thousand billion is "một nghìn tỷ".
    const group = scale === 3 ? Math.floor(value / unit) : Math.floor(value / unit) % 1000;
    if (group === 0) continue;
    if (group >= 1000) words.push('một nghìn', ...groupWords(group - 1000, false), 'tỷ');
    else words.push(...groupWords(group, words.length > 0), scales[scale] ?? '');
  }
  return [...words, 'đồng'].filter((word) => word !== '').join(' ');
};
