import { fork } from 'node:child_process';

/** A process that answers messages and may be killed: Electron's utilityProcess, or a forked Node where there is no Electron. */
export interface ProcessHandle {
  post(message: object): void;
  onMessage(hear: (message: unknown) => void): void;
  /** Called once, however it ended. */
  onExit(hear: () => void): void;
  kill(): void;
}

export type StartProcess = () => ProcessHandle;

/** `script` in a Node process of its own. Structured clone, so that bytes stay bytes; nothing of the PIN is in arguments or environment. */
export const forking =
  (script: string, env: NodeJS.ProcessEnv = process.env): StartProcess =>
  () => {
    const child = fork(script, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env,
      execArgv: [],
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
