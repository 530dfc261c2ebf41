const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** 12,4 MB: bytes as people read them, in thousands. */
export const sizeText = (bytes: number): string => {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  const value = bytes / 1000 ** power;
  const digits = power === 0 || value >= 100 ? 0 : 1;
  return `${value.toFixed(digits).replace('.', ',')} ${units[power] ?? 'B'}`;
};
