import { fork } from 'node:child_process';

/** A process that answers messages and may be killed: Electron's utilityProcess, or a forked Node where there is no Electron. */
export interface ProcessHandle {
  post(message: object): void;
  onMessage(hear: (message: unknown) => void): void;
  /** Called once, however it ended. */
  onExit(hear: () => void): void;
  /** At once, whatever it hangs in. */
  kill(): void;
}

export type StartProcess = () => ProcessHandle;

/** The processes main has work done in: `main/<folder>/<name>.process.ts`. */
export type ProcessName = 'token-desk' | 'sign-desk';

/** Megabytes of JavaScript each may fill; documents and signatures lie outside of that. */
const heapMb: Readonly<Record<ProcessName, number>> = { 'token-desk': 64, 'sign-desk': 192 };

/**
 * What its engine is started with. Each document of megabytes calls for memory to be looked through; done little by little, as for a
 * page that must not falter, that was most of what a scan's signature cost. Nobody watches these processes: they do it in one go.
 */
export const engineFlags = (name: ProcessName): string[] => [
  `--max-old-space-size=${heapMb[name]}`,
  '--no-incremental-marking',
];

/** `script` in a Node process of its own. Structured clone, so that bytes stay bytes; nothing of the PIN is in arguments or environment. */
export const forking =
  (script: string, env: NodeJS.ProcessEnv = process.env, name: ProcessName = 'token-desk'): StartProcess =>
  () => {
    const child = fork(script, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env,
      execArgv: engineFlags(name),
    });
    return {
      post: (message) => {
        // A child that died meanwhile is told of by onExit.
        child.send(message, () => undefined);
      },
      onMessage: (hear) => {
        child.on('message', hear);
      },
      onExit: (hear) => {
        child.once('exit', hear);
        child.once('error', hear);
      },
      kill: () => {
        child.kill('SIGKILL');
      },
    };
  };
