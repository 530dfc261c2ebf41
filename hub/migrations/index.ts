import type { Migration } from './migration.ts';
import { receiveAndOrder } from './0010-receive-and-order.ts';

export const migrations: readonly Migration[] = [receiveAndOrder];
