/** QUAY_WHOLE=all: what repeats at the window what is already seen there, or in a test of its own, is repeated as well (docs/setup.md). */
export const isWhole = process.env['QUAY_WHOLE'] === 'all';
