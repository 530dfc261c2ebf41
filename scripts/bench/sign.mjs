// @ts-check
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ask, root } from '../setup/run.mjs';
import { say } from '../setup/say.mjs';

const jars = '/usr/share/java';

/**
 * What bench-sign is started with; the peer, Debian's libitext5-java, is compiled for it where it is installed.
 * @returns {string[]}
 */
export function benchSign() {
  const args = ['--assets', join(root, 'assets'), '--main', join(root, 'out', 'main')];
  if (!existsSync(join(jars, 'itext5.jar'))) {
    say(
      'Signing is measured without its peer. To have it: apt-get install libitext5-java libbcpkix-java default-jdk-headless',
    );
    return args;
  }
  const classes = join(root, '.cache', 'bench-itext');
  mkdirSync(classes, { recursive: true });
  const path = ['itext5', 'bcprov', 'bcpkix'].map((name) => join(jars, `${name}.jar`)).join(':');
  const source = join(root, 'scripts', 'bench', 'itext', 'SignInTurns.java');
  const made = ask('javac', ['-cp', path, '-d', classes, source]);
  if (!made.ok) throw new Error(`javac: ${made.stderr}`);
  return [...args, '--java', classes];
}
