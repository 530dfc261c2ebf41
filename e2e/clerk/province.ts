import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../hub/database.ts';
import { confirmDesk, issueCode } from '../../hub/enrolment.ts';
import { everyProcedure, setScope } from '../../hub/exchange/scope.ts';
import { freePort } from '../../hub/local-database.ts';
import { startProcess } from '../../main/vault/testing-process.ts';

interface Place {
  office: string;
  desk: number;
}

/** A province of one's own: the real hub on the real PostgreSQL it keeps, which can be down and come up again at the same address. */
export interface Province {
  url: string;
  /** Of its database, while it is up. */
  databaseUrl(): string;
  /** A code for one desk, as the administrator would read it out. */
  codeFor(place: Place & { lanes: readonly { from: number; to: number }[] }): Promise<string>;
  confirm(place: Place & { fingerprint: string }): Promise<void>;
  /** Switches the national exchange on for an office, from now. */
  reportToPortal(office: string): Promise<void>;
  goDown(): Promise<void>;
  comeUp(): Promise<void>;
  stop(): Promise<void>;
}

/** `environment`: what the hub is told beside the usual, by the address it will have. */
export const startProvince = async (
  environment: (url: string) => Record<string, string> = () => ({}),
): Promise<Province> => {
  const folder = mkdtempSync(join(tmpdir(), 'quay-province-'));
  // As root PostgreSQL runs under another user, who must get through.
  chmodSync(folder, 0o755);
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  let hub: ChildProcess | undefined;
  const comeUp = async (): Promise<void> => {
    hub ??= await startProcess('hub/index.ts', [], {
      HUB_DATA: folder,
      HUB_PORT: port,
      HUB_LOG: 'silent',
      HUB_NAME: 'Trung tâm dữ liệu tỉnh Mẫu',
      ...environment(url),
    });
  };
  const goDown = async (): Promise<void> => {
    if (!hub) return;
    const gone = once(hub, 'exit');
    hub.kill('SIGTERM');
    await gone;
    hub = undefined;
  };
  const databaseUrl = (): string => readFileSync(join(folder, 'database', 'url'), 'utf8');
  const administer = async <T>(act: (db: ReturnType<typeof openDatabase>) => Promise<T>): Promise<T> => {
    const db = openDatabase(databaseUrl(), 1);
    try {
      return await act(db);
    } finally {
      await db.end();
    }
  };
  await comeUp();
  return {
    url,
    databaseUrl,
    codeFor: (place) => administer((db) => issueCode(db, { ...place, hours: 1, now: Date.now() })),
    confirm: async (place) => {
      const done = await administer((db) => confirmDesk(db, { ...place, now: Date.now() }));
      if (done !== 'confirmed') throw new Error(`the province did not confirm the desk: ${done}`);
    },
    reportToPortal: async (office) => {
      await administer((db) =>
        setScope(db, { office, procedure: everyProcedure, on: true, now: Date.now() }),
      );
    },
    goDown,
    comeUp,
    stop: async () => {
      await goDown();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
