import type { Migration } from './migration.ts';
import { receiveAndOrder } from './0010-receive-and-order.ts';
import { holdingOffice } from './0020-holding-office.ts';
import { deskStatus } from './0021-desk-status.ts';
import { files } from './0022-files.ts';

export const migrations: readonly Migration[] = [receiveAndOrder, holdingOffice, deskStatus, files];
