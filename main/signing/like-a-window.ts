// pdf.js takes a process of Electron's for a window, and asks for two of a window's things while it is loaded and begins to read. Neither
// has to do with what a page says: one is for drawing, the other tells a Mac's keys apart.
const things = { DOMMatrix: Object, navigator: { platform: '', userAgent: '' } };
for (const [name, value] of Object.entries(things))
  if (!(name in globalThis)) Object.assign(globalThis, { [name]: value });
