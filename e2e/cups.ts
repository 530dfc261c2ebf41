import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A print system of our own for tests: the real cupsd on a socket of its own, with one queue whose printer is a folder. Neither
 * the machine's own cupsd nor its settings are touched, and it is ended by its own process id. Debian packages: cups,
 * printer-driver-cups-pdf (its PPD: A4, A5, PostScript), ghostscript.
 */
export interface Cups {
  printer: string;
  /** Give these to the program that prints. */
  env: { CUPS_SERVER: string };
  outDir: string;
  /** Jobs as PDF files, oldest first; waits until there are so many, else throws after ten seconds. */
  printed(count: number): Promise<string[]>;
  /** The printer stops, as out of paper; jobs would wait. */
  pause(): void;
  resume(): void;
  /** The printer leaves the list. */
  remove(): void;
  add(): void;
  stop(): Promise<void>;
}

const PPD = '/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd';
const serverBin = '/usr/lib/cups';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits for a condition, asked every 50 ms; throws with its name after ten seconds. */
const until = async (what: string, is: () => boolean): Promise<void> => {
  for (let asked = 0; asked < 200; asked += 1) {
    if (is()) return;
    await wait(50);
  }
  throw new Error(`CUPS: ${what} did not come`);
};

const writeConfig = (home: string, socket: string): void => {
  for (const name of ['spool', 'tmp', 'state', 'cache', 'out', 'bin', 'ppd']) mkdirSync(join(home, name));
  mkdirSync(join(home, 'bin', 'backend'));
  for (const name of ['filter', 'daemon', 'cgi-bin', 'driver', 'monitor', 'notifier'])
    symlinkSync(join(serverBin, name), join(home, 'bin', name));
  // The printer: what it is sent becomes a file; the last step renames, so that a half job is never read.
  const backend = join(home, 'bin', 'backend', 'folder');
  writeFileSync(
    backend,
    `#!/bin/sh\n[ $# -lt 5 ] && exit 0\nout='${join(home, 'out')}'\nif [ -n "$6" ]; then cat "$6"; else cat; fi > "$out/.$1" && [ -s "$out/.$1" ] && mv "$out/.$1" "$out/$(printf %05d "$1").ps"\n`,
  );
  chmodSync(backend, 0o755);
  writeFileSync(
    join(home, 'cupsd.conf'),
    `Listen ${socket}
LogLevel warn
Browsing No
WebInterface No
DefaultAuthType None
PreserveJobFiles No
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
`,
  );
  writeFileSync(
    join(home, 'cups-files.conf'),
    `ServerRoot ${home}
ServerBin ${join(home, 'bin')}
DataDir /usr/share/cups
RequestRoot ${join(home, 'spool')}
TempDir ${join(home, 'tmp')}
StateDir ${join(home, 'state')}
CacheDir ${join(home, 'cache')}
AccessLog ${join(home, 'access.log')}
ErrorLog ${join(home, 'error.log')}
PageLog ${join(home, 'page.log')}
Sandboxing relaxed
`,
  );
};

/** Starts it and adds the queue; throws when cupsd is not installed or does not come up. */
export const startCups = async (printer = 'QUAY'): Promise<Cups> => {
  const home = mkdtempSync(join(tmpdir(), 'cups-'));
  // CUPS writes with the rights of its own user.
  chmodSync(home, 0o755);
  const socket = join(home, 'cups.sock');
  writeConfig(home, socket);
  // Filters and the printer run as the print user.
  for (const name of ['out', 'tmp']) chmodSync(join(home, name), 0o1777);
  const env = { CUPS_SERVER: socket };
  const daemon = spawn(
    '/usr/sbin/cupsd',
    ['-f', '-c', join(home, 'cupsd.conf'), '-s', join(home, 'cups-files.conf')],
    { stdio: 'ignore' },
  );
  const ended = new Promise((resolve) => daemon.once('exit', resolve));
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    });
  const answers = () => {
    try {
      return run('lpstat', '-r').includes('is running');
    } catch {
      return false;
    }
  };
  const add = () => {
    run('lpadmin', '-p', printer, '-E', '-v', 'folder:/', '-P', PPD, '-o', 'printer-is-shared=false');
  };
  const stop = async () => {
    daemon.kill('SIGTERM');
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await until('the server', answers);
    add();
  } catch (fault) {
    await stop();
    throw fault;
  }
  const out = join(home, 'out');
  const jobs = () =>
    readdirSync(out)
      .filter((name) => name.endsWith('.ps'))
      .sort();
  return {
    printer,
    env,
    outDir: out,
    printed: async (count) => {
      await until(`job ${count}`, () => jobs().length >= count);
      return jobs().map((name) => {
        const pdf = join(out, name.replace('.ps', '.pdf'));
        execFileSync('ps2pdf', [join(out, name), pdf], { stdio: 'ignore' });
        return pdf;
      });
    },
    pause: () => void run('cupsdisable', printer),
    resume: () => void run('cupsenable', printer),
    remove: () => void run('lpadmin', '-x', printer),
    add,
    stop,
  };
};
