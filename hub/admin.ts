import { administer } from './administer.ts';

// The administrator's tool: `npm run hub-admin -- list`. What the console does, by the same actions.

process.exitCode = await administer(
  process.argv.slice(2),
  process.env,
  (line) => void process.stdout.write(`${line}\n`),
  (line) => void process.stderr.write(`${line}\n`),
);
