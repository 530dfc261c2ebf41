/** Bytes a paper's file may have when it is brought in: 100 MB. */
export const mostTakenIn = 100 * 1024 * 1024;

/**
 * Bytes it may grow to. Each signature, stamp and proof is appended (some 45 kB): who signs the largest file that is taken must be able to keep it and
 * to send it to the province.
 */
export const mostKept = mostTakenIn + 5 * 1024 * 1024;

/** Bytes of a file let go over the window that it hands to main at once. */
export const dropPartBytes = 1024 * 1024;
