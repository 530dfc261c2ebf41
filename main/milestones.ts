import type { BrowserWindow } from 'electron';

/** Tells on stdout how far the start has come, for benches alone (QUAY_MILESTONES=1): painted, loaded, sign-in usable. */
export const tellMilestones = (window: BrowserWindow): void => {
  const say = (what: string): void => {
    process.stdout.write(`@${what}\n`);
  };
  window.once('ready-to-show', () => say('ready-to-show'));
  window.webContents.once('did-finish-load', () => say('load'));
  void window.webContents
    .executeJavaScript(
      `new Promise((usable) => {
        const look = () => (document.documentElement.dataset.ready ? usable(document.documentElement.dataset.ready) : setTimeout(look, 4));
        look();
      })`,
    )
    .then((phase: unknown) => say(`usable-${String(phase)}`));
};
