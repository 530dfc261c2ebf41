import { createInterface } from 'node:readline';

/** The first line of standard input, when it is no terminal. */
const readLine = (): Promise<string> =>
  new Promise((resolve) => {
    const lines = createInterface({ input: process.stdin });
    lines.once('line', (line) => {
      resolve(line);
      lines.close();
    });
    lines.once('close', () => resolve(''));
  });

/** Reads keys without showing them; Backspace takes one back, Ctrl+C ends the program. */
const readHidden = (): Promise<string> =>
  new Promise((resolve, reject) => {
    let typed: string[] = [];
    const finish = (settle: () => void): void => {
      process.stdin.off('data', hear).setRawMode(false).pause();
      process.stderr.write('\n');
      settle();
    };
    const hear = (data: string): void => {
      for (const key of data) {
        if (key === '\r' || key === '\n' || key === '\u0004') {
          finish(() => resolve(typed.join('')));
          return;
        }
        if (key === '\u0003') {
          finish(() => reject(new Error('Đã dừng / Stopped')));
          return;
        }
        typed = key === '\u007F' || key === '\b' ? typed.slice(0, -1) : [...typed, key];
      }
    };
    process.stdin.setEncoding('utf8').setRawMode(true).on('data', hear).resume();
  });

/** A password: from QUAY_PASSWORD, from standard input, or typed unseen at the terminal after `question`. */
export const askPassword = async (question: string): Promise<string> => {
  const given = process.env['QUAY_PASSWORD'];
  if (given !== undefined) return given;
  if (!process.stdin.isTTY) return readLine();
  process.stderr.write(question);
  return readHidden();
};
