// @ts-check

/** How Node runs a hub: batches outlive V8's usual nursery (16 MB), and copying them out of it is a fifth of the work. */
export const hubFlags = ['--max-semi-space-size=20'];
