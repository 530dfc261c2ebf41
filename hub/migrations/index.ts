import type { Migration } from './migration.ts';
import { receiveAndOrder } from './0010-receive-and-order.ts';
import { holdingOffice } from './0020-holding-office.ts';
import { deskStatus } from './0021-desk-status.ts';
import { files } from './0022-files.ts';
import { dossierCodes } from './0023-dossier-codes.ts';
import { consoleAccounts } from './0024-console.ts';

export const migrations: readonly Migration[] = [
  receiveAndOrder,
  holdingOffice,
  deskStatus,
  files,
  dossierCodes,
  consoleAccounts,
];
