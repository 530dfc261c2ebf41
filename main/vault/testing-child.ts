// A process made to be killed: see testing-process.ts.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { putAttachment } from './attachments.ts';
import { openDatabase, transaction } from './database.ts';
import { writeDurably } from './durable-file.ts';
import { takeMachineLock } from './machine-lock.ts';

const [task, path = '', key = ''] = process.argv.slice(2);

const ready = (): void => {
  process.stdout.write('ready\n');
};

/** Replaces the file again and again, each time with another length; the first 32 bytes are the hash of the rest. */
const writeForever = (): void => {
  for (let round = 0; ; round++) {
    const rest = Buffer.alloc(1_000 + ((round * 7_919) % 200_000), round % 251);
    writeDurably(path, Buffer.concat([createHash('sha256').update(rest).digest(), rest]));
    if (round === 0) ready();
  }
};

/** Commits pairs of rows a0 b0, a1 b1 … and says each number once it is durable. */
const commitForever = (): void => {
  const db = openDatabase(path, Buffer.from(key, 'hex'));
  for (let round = 0; ; round++) {
    transaction(db, () => {
      db.prepare('INSERT INTO setting (name, body) VALUES (?, ?)').run([`a${round}`, 'x'.repeat(500)]);
      db.prepare('INSERT INTO setting (name, body) VALUES (?, ?)').run([`b${round}`, 'x'.repeat(5_000)]);
    });
    process.stdout.write(`${round}\n`);
  }
};

/** Takes the data folder and keeps it until killed. */
const holdLock = (): void => {
  takeMachineLock(path, 1_795_000_000_000);
  ready();
  setInterval(() => undefined, 60_000);
};

/** Stores one attachment after another until killed. */
const attachForever = async (): Promise<void> => {
  for (let round = 0; ; round++) {
    const piece = Buffer.alloc(300_000, round % 251);
    await putAttachment(path, Buffer.from(key, 'hex'), Readable.from([piece, piece, piece]));
    if (round === 0) ready();
  }
};

if (task === 'hold-lock') holdLock();
else if (task === 'attach-forever') await attachForever();
else if (task === 'write-forever') writeForever();
else if (task === 'commit-forever') commitForever();
else throw new Error('unknown task');
