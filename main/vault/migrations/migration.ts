import type { WritableDatabase } from '../database.ts';

/** One step of the database's shape. Once released it is never edited: a change is the next step, numbered ten higher. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  /** Runs inside the one transaction of all pending steps. */
  readonly up: (db: WritableDatabase) => void;
}
