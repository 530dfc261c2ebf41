'use strict';
const { rmSync } = require('node:fs');
const { join } = require('node:path');

/**
 * electron-builder copies an unpacked Electron as it is, with the file that starts unpackaged applications; the packaged
 * one must have nothing to start but its own archive.
 * @param {{ appOutDir: string }} context
 */
module.exports = (context) => {
  rmSync(join(context.appOutDir, 'resources', 'default_app.asar'), { force: true });
};
