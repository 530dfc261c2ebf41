import { useState } from 'react';

/** The value before, as long as the new one says the same: what hangs on it is not drawn again for nothing. JSON-safe values only. */
export const useSame = <T>(value: T): T => {
  const [kept, setKept] = useState(value);
  if (kept === value || JSON.stringify(kept) === JSON.stringify(value)) return kept;
  setKept(value);
  return value;
};
