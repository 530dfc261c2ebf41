// The limit of a start: the least Electron can do, a window with one heading.
const { app, BrowserWindow } = require('electron');
const path = require('node:path');

app.setPath('userData', path.join(process.env.BENCH_HOME, 'profile'));
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  window.once('ready-to-show', () => process.stdout.write('@usable\n'));
  window.loadURL('data:text/html,<h1>Hello</h1>');
});
