// @ts-check
/** Progress for the person at the terminal: one plain line a step, so that silence always means "nothing to do". */

/** @param {string} line */
export function say(line) {
  process.stdout.write(`• ${line}\n`);
}

/** A fault whose message is the whole story for the person at the terminal: shown without a stack. */
export class SetupFault extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'SetupFault';
  }
}

/**
 * Runs the body of a script; a SetupFault ends it with its message alone, anything else with its stack.
 * @param {() => Promise<number | void>} body exit code, 0 when it returns nothing
 */
export async function runScript(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (fault) {
    console.error(fault instanceof SetupFault ? `\n✗ ${fault.message}` : fault);
    process.exitCode = 1;
  }
}
