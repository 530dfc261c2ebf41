import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Tinos, metric twin of Times New Roman, in the three ranges a Vietnamese paper uses: Vietnamese, Latin, and extended Latin for
 * the names of other peoples of Vietnam (Ksor H'Bŏt). Ranges as published with @fontsource/tinos.
 */
const ranges = {
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
} as const;
const styles = [
  { weight: '400', style: 'normal' },
  { weight: '700', style: 'normal' },
  { weight: '400', style: 'italic' },
  { weight: '700', style: 'italic' },
] as const;

const faces = Object.entries(ranges).flatMap(([range, unicode]) =>
  styles.map(({ weight, style }) => ({
    name: `tinos-${range}-${weight}-${style}.woff2`,
    unicode,
    weight,
    style,
  })),
);

/** `@font-face` rules; `base` is the address the files are served at, with a slash at its end. */
export const fontFaceCss = (base: string): string =>
  faces
    .map(
      ({ name, unicode, weight, style }) =>
        `@font-face{font-family:Tinos;font-style:${style};font-weight:${weight};src:url(${base}${name}) format('woff2');unicode-range:${unicode}}`,
    )
    .join('\n');

/** Text that needs every face: shown out of sight so that all are loaded before the first paper. */
export const fontSampleHtml = '<p>aăạđĕ <b>aăạđĕ</b> <i>aăạđĕ <b>aăạđĕ</b></i></p>';

/** Bytes of a face by its file name; undefined for any other name. `dir` holds the woff2 files. */
export const fontFiles = (dir: string): ((name: string) => Buffer | undefined) => {
  const kept = new Map<string, Buffer>();
  return (name) => {
    if (!faces.some((face) => face.name === name)) return undefined;
    const bytes = kept.get(name) ?? readFileSync(join(dir, name));
    kept.set(name, bytes);
    return bytes;
  };
};
