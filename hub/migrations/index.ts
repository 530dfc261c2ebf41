import type { Migration } from './migration.ts';
import { receiveAndOrder } from './0010-receive-and-order.ts';
import { holdingOffice } from './0020-holding-office.ts';
import { deskStatus } from './0021-desk-status.ts';
import { files } from './0022-files.ts';
import { dossierCodes } from './0023-dossier-codes.ts';
import { consoleAccounts } from './0024-console.ts';
import { provincialSystem } from './0025-provincial-system.ts';
import { dossierStanding } from './0026-dossier-standing.ts';
import { nationalExchange } from './0027-national-exchange.ts';
import { comeBack } from './0035-come-back.ts';
import { filesLeftOut } from './0040-files-left-out.ts';

export const migrations: readonly Migration[] = [
  receiveAndOrder,
  holdingOffice,
  deskStatus,
  files,
  dossierCodes,
  consoleAccounts,
  provincialSystem,
  dossierStanding,
  nationalExchange,
  comeBack,
  filesLeftOut,
];
