/**
 * Which command-line switches the shipped application takes. Chromium knows some 1,500, and whoever can write a shortcut could have one of them
 * open a debugging port into the signed-in window, or drop the rules of the web. So it is a list of what is allowed: our own, and what a
 * desktop, a virtual display or an old graphics card needs.
 */
const taken: ReadonlySet<string> = new Set([
  'data',
  'guard',
  'profile',
  'trial-clock',
  // Root, containers and AppImages; start warns of the first by itself.
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-dev-shm-usage',
  // The picture: driver trouble, scale, Wayland or X11.
  'disable-gpu',
  'disable-gpu-compositing',
  'disable-software-rasterizer',
  'use-gl',
  'use-angle',
  'force-device-scale-factor',
  'high-dpi-support',
  'ozone-platform',
  'ozone-platform-hint',
  'enable-wayland-ime',
  'gtk-version',
  'lang',
  'force-renderer-accessibility',
]);

const prefixes: Readonly<Record<string, RegExp>> = { win32: /^(?:--?|\/)/ };

/** The first switch that is not taken, without its value; undefined when all are. Read as Chromium reads them: one dash is enough, "--" ends them. */
export const findRefusedSwitch = (
  args: readonly string[],
  platform: NodeJS.Platform = process.platform,
): string | undefined => {
  const prefix = prefixes[platform] ?? /^--?/;
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end))
    .filter((arg) => prefix.test(arg) && arg !== '-')
    .map((arg) => arg.replace(prefix, '').replace(/=.*$/s, ''))
    .find((name) => !taken.has(platform === 'win32' ? name.toLowerCase() : name));
};
