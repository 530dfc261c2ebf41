import type { BrowserWindow } from 'electron';

/** Tells on stdout how far the start has come, for benches alone (QUAY_MILESTONES=1): painted, loaded, sign-in usable. */
export const tellMilestones = (window: BrowserWindow): void => {
  const say = (what: string): void => {
    process.stdout.write(`@${what}\n`);
  };
  window.once('ready-to-show', () => say('ready-to-show'));
  window.webContents.once('did-finish-load', () => say('load'));
  // Asked of the frame: the window's own executeJavaScript waits for the load event, and that for every font.
  window.webContents.once('dom-ready', () => {
    void window.webContents.mainFrame
      .executeJavaScript(
        `new Promise((usable) => {
          const painted = (then) => requestAnimationFrame(() => setTimeout(then));
          const look = () => {
            const { ready } = document.documentElement.dataset;
            if (ready) painted(() => usable(ready));
            else setTimeout(look, 4);
          };
          look();
        })`,
      )
      .then((phase: unknown) => say(`usable-${String(phase)}`));
  });
};
