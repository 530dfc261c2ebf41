/** "1 file", "3 files": English nouns that take an s, and no others. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
