/** What `scanimage -A` says of one option: the words it may be, or the numbers from–to. */
export interface SaneOption {
  choices: string[];
  range: { from: number; to: number } | null;
  unit: string;
}

/** TT 01/2023/TT-VPCP: papers are digitised in colour, at 200 dots per inch or more. */
export const leastDpi = 200;

const optionLine = /^\s+(?:--([\w-]+)|-([lxty]))(?:\[?=?\(.*?\)\]?)? (.+?) \[(.*?)\]/u;
const rangeText = /^(-?[\d.]+)\.\.(-?[\d.]+)([a-z%]*)/u;

/** Reads the option list of `scanimage -A`; inactive options are left out. */
export const readOptions = (text: string): Map<string, SaneOption> => {
  const options = new Map<string, SaneOption>();
  for (const line of text.split('\n')) {
    const [, long, short, values, current] = optionLine.exec(line) ?? [];
    const name = long ?? short;
    if (name === undefined || values === undefined || current === 'inactive') continue;
    const range = rangeText.exec(values);
    const choices = range ? [] : values.split('|');
    const last = choices.at(-1) ?? '';
    const unit = range?.[3] ?? /[a-z%]+$/u.exec(last)?.[0] ?? '';
    const isCounted = choices.every((one) => /^[\d.]+[a-z]*$/u.test(one));
    options.set(name, {
      choices: isCounted ? choices.map((one) => String(Number.parseFloat(one))) : choices,
      range: range ? { from: Number(range[1]), to: Number(range[2]) } : null,
      unit,
    });
  }
  return options;
};

export const pickColour = (mode: SaneOption | undefined): string | undefined =>
  mode?.choices.find((one) => /colou?r/iu.test(one)) ?? mode?.choices.find((one) => /gr[ae]y/iu.test(one));

/** 200 dpi, or the next the device can do above it, or its best. */
export const pickResolution = (resolution: SaneOption | undefined): string | undefined => {
  if (!resolution) return undefined;
  const { choices, range } = resolution;
  if (range) return String(Math.min(Math.max(leastDpi, range.from), range.to));
  const numbers = choices.map(Number).filter((one) => one > 0);
  const above = numbers.filter((one) => one >= leastDpi);
  if (numbers.length === 0) return undefined;
  return String(above.length > 0 ? Math.min(...above) : Math.max(...numbers));
};

const a4 = { x: 210, y: 297 };

/** The whole of an A4 sheet, or of the glass when that is smaller; millimetres. */
export const pickWhole = (options: ReadonlyMap<string, SaneOption>): string[] =>
  (['x', 'y'] as const).flatMap((side) => {
    const range = options.get(side)?.range;
    return range ? [`-${side}`, String(Math.min(a4[side], range.to))] : [];
  });

/** Whether a source's name means a feeder that takes a pile of sheets. */
export const isFeeder = (source: string): boolean => /feeder|adf|duplex/iu.test(source);
