import type { Page } from 'playwright';
import type { InputOf, MethodName, OutputOf, Preload } from '../../shared/contract.ts';
import type { Result } from '../../shared/faults.ts';

/** Asks main through the window's own door, for what a screen does not spell out (codes of faults, whole dossiers). */
export const ask = <M extends MethodName>(
  page: Page,
  method: M,
  input: InputOf<M>,
): Promise<Result<OutputOf<M>>> =>
  page.evaluate(([name, payload]) => (globalThis as unknown as { quay: Preload }).quay.ask(name, payload), [
    method,
    input,
  ] as [string, unknown]) as Promise<Result<OutputOf<M>>>;

/** As `ask`, where only an answer will do. */
export const get = async <M extends MethodName>(
  page: Page,
  method: M,
  input: InputOf<M>,
): Promise<OutputOf<M>> => {
  const answer = await ask(page, method, input);
  if (!answer.ok) throw new Error(`${method}: ${answer.fault.code}`);
  return answer.value;
};

/**
 * Waits until the window has drawn what main thinks of the last change. The window asks one preview at a time, so after three
 * frames with a round trip each the newest one has been answered and drawn.
 */
export const settle = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    const { quay } = globalThis as unknown as { quay: Preload };
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 0)));
      await quay.ask('app.status', {});
    }
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 0)));
  });
};
