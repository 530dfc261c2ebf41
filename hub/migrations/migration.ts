/** One step of the database's shape; never edited once released. */
export interface Migration {
  version: number;
  name: string;
  sql: string;
}
