import type { lobby as source } from '../../vi/common/lobby.ts';
import type { Translation } from '../../translation.ts';

export const lobby: Translation<typeof source> = {
  signIn: {
    title: 'Sign in',
    who: 'Who is at the desk?',
    whoHint: '↑ ↓ or type a name to choose',
    password: 'Password',
    passwordOf: (params) => `Password of ${params.name}`,
    enter: 'Open the counter',
    entering: 'Opening…',
    empty: 'Type the password and press Enter.',
    forgotten: 'Forgotten?',
    show: 'Show',
    hide: 'Hide',
    wait: (params) =>
      `The password was wrong; try again in ${params.time}. The data is safe. Check Caps Lock and the Vietnamese keyboard.`,
    desk: (params) => `Desk ${params.number}`,
    capsLock: 'Caps Lock is on',
    waiting: ({ count, age }) =>
      `${count} things still wait for the province, the oldest for ${age}. Leave the PC on and on line: a locked counter goes on sending.`,
    kept: 'What was being typed is kept.',
  },
  recover: {
    title: 'Set a new password with the recovery code',
    text: 'The code is on the sheet printed at set-up, usually kept by the administrator. Once used it is void, and a new one is given to print.',
    whose: 'Account to reset',
    code: 'Recovery code',
    codeHint: '7 groups of 4 characters. Capitals do not matter.',
    next: 'New password',
    again: 'New password again',
    submit: 'Set it and open the counter',
    back: 'Back to sign-in',
  },
  code: {
    title: 'This counter’s recovery code',
    text: 'Whoever holds this code can open the counter when every password is forgotten. Without code and passwords nobody can read the dossiers, not even the authors of this software.',
    keep: 'Print it or copy it by hand, lock it away, take no photograph, do not leave it by the machine.',
    print: 'Print the recovery sheet',
    printer: 'Printer',
    printed: (params) => `Sent to ${params.printer}. Look at the sheet before you go on.`,
    noPrinter: 'No printer was found. Copy the code by hand.',
    confirm: 'Type the last group of the code to show that you have it',
    done: 'The code is safe, open the counter',
    replaces: 'The old code stays good until this one is confirmed below.',
    replace: 'It is kept, replace the old code',
    keepOld: 'No, keep the old code',
  },
  password: {
    rule: 'At least 12 characters, or four words with spaces between, for instance four things in the room.',
    ok: 'Strong enough',
    short: 'Not yet: at least 12 characters, or four words with spaces between.',
    long: 'Longer than 512 characters.',
    plain: 'Too easy: it repeats or runs in order. Add a few other words.',
    ownName: 'Do not use your own name or the office’s.',
    missing: 'Type a password.',
    mismatch: 'The two are not alike.',
  },
  damaged: {
    title: 'The data could not be opened',
    safe: 'The software deletes nothing: whatever is replaced is kept beside it. Choose a way, best in order from the top.',
    ways: {
      retry: {
        name: 'Try again',
        hint: 'Plug the disk or stick in again if the data is there, then try again.',
      },
      restoreSlots: {
        name: 'Take the sign-in keys from this machine’s spare copy',
        hint: 'Dossiers stay as they are. Then sign in with the same passwords.',
      },
      restoreBackup: {
        name: 'Restore a backup',
        hint: 'Choose the newest that can be used. The damaged data is renamed and kept; sign in with the passwords of that day.',
      },
      salvage: {
        name: 'Save what can still be read',
        hint: 'Copies readable dossiers into new storage and keeps the damaged one. Needs a clerk’s password.',
      },
      diagnostic: {
        name: 'Write a diagnostic file',
        hint: 'It holds no citizen’s data and is meant for whoever helps you.',
      },
      setAside: {
        name: 'Put this data aside and set up anew',
        hint: 'Only when nothing else helps: the new counter begins empty, the old data stays on the machine.',
      },
    },
    backups: {
      title: 'Backups found, newest first',
      none: 'No backup was found. Plug the backup stick in and press Try again, or choose a folder yourself.',
      made: (params) => `${params.age} ago: ${params.when}`,
      place: (params) => `${params.office} · ${params.folder} · ${params.size}`,
      faulty:
        'When it was made, rows of its journal did not fit. If there is an older one without this note, ask for help first.',
      use: 'Restore this one',
      elsewhere: 'Choose another folder…',
      instead: 'Has this counter had data before? Restore a backup',
      insteadHint:
        'For a new or newly installed PC. Every dossier, clerk and setting comes back as it was then; the newest printed code is asked for afterwards, so that no number is given twice.',
    },
    clerk: 'Account',
    password: 'Password',
    run: 'Do it',
    sure: 'Press again to be sure',
    running: 'Working…',
    kept: (params) => `The old data is kept at: ${params.folder}`,
    done: {
      retry: 'Tried again, and it still does not open. Nothing is lost. Try the next way.',
      restoreSlots: 'The keys are back. Sign in as before.',
      restoreBackup: 'The backup is restored. Sign in with the passwords of that day.',
      salvage: 'What could still be read is in new storage. Sign in as before.',
      diagnostic: 'The diagnostic file is at:',
      setAside: 'The old data was put aside.',
    },
  },
  version: (params) => `Version ${params.version}`,
  switchLanguage: 'Tiếng Việt',
};
