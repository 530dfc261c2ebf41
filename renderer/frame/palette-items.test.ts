import { describe, expect, it } from 'vitest';
import { orderGroups } from './palette-items.ts';
import type { PaletteGroup } from './palette-items.ts';

const group = (name: string, ...labels: string[]): PaletteGroup => ({
  name,
  items: labels.map((label) => ({ id: label, label, detail: '', run: () => undefined })),
});

const acts = group('acts', 'Khóa quầy, đổi người');
const places = group('places', 'Hồ sơ', 'Hôm nay');
const found = group('procedures', 'Cấp lại hồ sơ bị mất');
const names = (groups: readonly PaletteGroup[]) => groups.map(({ name }) => name);

describe('the order of what the palette offers', () => {
  it('puts a place she names before what main finds by the same words', () => {
    expect(names(orderGroups([acts, places], [found], 'ho so'))).toEqual(['places', 'procedures', 'acts']);
  });

  it('puts what main finds first for every other word', () => {
    expect(names(orderGroups([acts, places], [found], 'mất'))).toEqual(['procedures', 'acts', 'places']);
  });

  it('puts a name typed in full before one it only begins', () => {
    const asking = group('acts', 'Hồ sơ đến đâu rồi?');
    expect(names(orderGroups([asking, places], [found], 'hồ sơ'))).toEqual(['places', 'acts', 'procedures']);
  });

  it('takes a word within a name for none of its beginning', () => {
    expect(names(orderGroups([acts], [found], 'doi nguoi'))).toEqual(['procedures', 'acts']);
  });

  it('leaves everything as it stands before a word is typed', () => {
    expect(names(orderGroups([acts, places], [], ' '))).toEqual(['acts', 'places']);
  });
});
