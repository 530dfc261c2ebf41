'use strict';
// What Electron does when it is started with a folder instead of a packaged application. The application's main file is
// required, not imported: an import runs after `ready`, too late for protocol.registerSchemesAsPrivileged.
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const given = process.argv.slice(1);
let folder;
for (let i = 0; i < given.length; i++) {
  if (given[i] === '-r' || given[i] === '--require') {
    i++;
    require(resolve(given[i]));
  } else if (given[i] === '-v' || given[i] === '--version') {
    process.stdout.write(`v${process.versions.electron}\n`);
    process.exit(0);
  } else if (!given[i].startsWith('-')) {
    folder = resolve(given[i]);
    break;
  }
}
if (folder === undefined) {
  process.stderr.write('Usage: electron [options] FOLDER [arguments]\n');
  process.exit(2);
}
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
app.name = about.productName ?? about.name;
app.setVersion(about.version);
app.setDesktopName(about.desktopName ?? `${app.name}.desktop`);
app.setAppPath(folder);
require(join(folder, about.main));
