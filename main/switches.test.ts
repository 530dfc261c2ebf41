import { describe, expect, it } from 'vitest';
import { findRefusedSwitch } from './switches.ts';

describe('switches of the command line', () => {
  it.each([
    ['nothing', []],
    [
      'our own',
      [
        '--data=/srv/vault',
        '--guard=/srv/guard',
        '--profile=/srv/p',
        '--trial-clock=2026-11-23T09:15:00+07:00',
      ],
    ],
    [
      'what a display needs',
      ['--no-sandbox', '--disable-gpu', '--ozone-platform=x11', '--force-device-scale-factor=2'],
    ],
    ['a value with dashes', ['--data=/a--b', 'file.json', '-']],
    ['what follows the end of switches', ['--', '--inspect']],
  ])('are taken: %s', (_, args) => {
    expect(findRefusedSwitch(args, 'linux')).toBeUndefined();
  });

  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '-remote-debugging-port=0',
    '--remote-allow-origins=*',
    '--inspect',
    '--inspect-brk=0',
    '--inspect-port=9229',
    '--js-flags=--expose-gc',
    '--load-extension=/x',
    '--disable-web-security',
    '--disable-site-isolation-trials',
    '--host-rules=MAP * 127.0.0.1',
    '--renderer-cmd-prefix=xterm',
    '--utility-cmd-prefix=sh',
    '--gpu-launcher=sh',
    '--no-zygote',
    '--enable-logging',
    '--log-net-log=/x',
    '--DATA=/x',
    '-r',
  ])('are refused: %s', (arg) => {
    const name = arg.replace(/^--?/, '').split('=')[0];
    expect(findRefusedSwitch(['--no-sandbox', arg], 'linux')).toBe(name);
  });

  it('begin with a slash on Windows too, in any case', () => {
    expect(findRefusedSwitch(['/remote-debugging-port=1'], 'win32')).toBe('remote-debugging-port');
    expect(findRefusedSwitch(['--DATA=C:\\x', '/Lang=vi'], 'win32')).toBeUndefined();
    expect(findRefusedSwitch(['/srv/file.json'], 'linux')).toBeUndefined();
  });
});
