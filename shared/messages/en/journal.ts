import type { journal as source } from '../vi/journal.ts';
import type { Translation } from '../translation.ts';

export const journal: Translation<typeof source> = {
  usage: `Verifies the journal of a vault, or of an exported file:
  npm run verify-journal -- --data DIR [--clerk NAME] [--checkpoint] [--export FILE.ndjson [--without-content]] [--json]
  npm run verify-journal -- --ndjson FILE.ndjson [--json]
  --data             the counter's data folder; only read, a running counter does not mind
  --clerk            username or full name; the password is asked for, read from standard input or from QUAY_PASSWORD
  --full             from the first row (the default)
  --checkpoint       only what is new since the last verification
  --export           writes the rows to a file, citizens' data in clear
  --without-content  exports no dossier's content: the chain still verifies
  --ndjson           verifies an exported file, without any vault
  --json             prints the result as JSON
Exit code: 0 sound, 1 faults found, 2 could not verify.`,
  password: ({ name }) => `Password of ${name}`,
  clerkNeeded: ({ names }) => `The vault has several clerks, choose one with --clerk: ${names}.`,
  clerkUnknown: ({ name, names }) => `There is no clerk "${name}". This vault has: ${names}.`,
  wrongPassword: 'The password is wrong. Nothing in the vault has changed.',
  mustWait: ({ seconds }) => `Too many wrong passwords. Try again in ${seconds} seconds.`,
  vault: ({ office, desk }) => `Vault: ${office}, ${desk}`,
  file: ({ file }) => `File: ${file}`,
  full: 'Verified in full, from the first row',
  checkpoint: 'Verified from the last checkpoint on',
  rows: ({ from, to, rows, erased }) => `Rows ${from} to ${to}: ${rows} rows, ${erased} without content`,
  noRows: 'There are no rows to verify',
  head: ({ witness, hash }) => `Last row: ${witness} (ten characters, as receipts print them), hash ${hash}`,
  sound: 'SOUND: every hash and signature holds.',
  fork: ({ seq, epoch, children }) =>
    `Forked after row ${seq} of opening ${epoch}: ${children} branches, all kept. The vault was once restored or copied.`,
  recovery: ({ pos, clerk }) =>
    `Row ${pos}: clerk ${clerk} was given a new key by the recovery code. Ask who used it.`,
  access: ({ entries }) => `Access log: ${entries} entries, its chain holds.`,
  accessBroken: ({ entries, broken }) => `Access log: ${entries} entries, BROKEN at ${broken}.`,
  exported: ({ rows, file }) => `Exported ${rows} rows to ${file}`,
  clear: "This file holds citizens' data in clear: keep it like the paper files, delete it when done.",
};
