import { reopenLineDesk } from './testing-line.ts';

// A counter as a process of its own, so that its plug can be pulled: the vault in the folder given, on its line.
const [folder = ''] = process.argv.slice(2);
await reopenLineDesk(folder);
process.stdout.write('ready\n');
