import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Scanner } from '../../shared/contract.ts';
import { VaultFault } from '../vault/faults.ts';
import { leastDpi } from './sane-options.ts';
import { runScanProgram } from './scan-program.ts';
import type { ScanJob } from './scan-program.ts';

// Windows Image Acquisition through its automation layer. Not verified here: no Windows machine was at hand.

const run = promisify(execFile);
const feeder = 'Automatic Document Feeder';

const powershell = (script: string): [string, string[]] => [
  'powershell.exe',
  ['-NoProfile', '-NonInteractive', '-Command', script],
];

/** Device type 1 is a scanner (WiaDeviceType). Property 3086: what the device takes paper from; bit 1 a feeder. */
const listing = `
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$found = (New-Object -ComObject WIA.DeviceManager).DeviceInfos
foreach ($info in $found) { if ($info.Type -eq 1) {
  $feeds = 0
  try { $feeds = $info.Connect().Properties.Item('3086').Value } catch { }
  ConvertTo-Json -Compress @{ id = $info.DeviceID; name = $info.Properties.Item('Name').Value; feeder = [bool]($feeds -band 1) }
} }`;

const isListed = (value: unknown): value is { id: string; name: string; feeder: boolean } =>
  typeof value === 'object' && value !== null && 'id' in value && 'name' in value && 'feeder' in value;

export const listWia = async (): Promise<Scanner[]> => {
  const { stdout } = await run(...powershell(listing), { timeout: 30_000 });
  return stdout
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line))
    .filter(isListed)
    .map(({ id, name, feeder: feeds }) => ({ id, name, sources: feeds ? ['Flatbed', feeder] : [] }));
};

/** Single quotes are doubled: nothing a device calls itself may become a command. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** 3088: 1 feeder, 2 glass. 6146: 1 colour. 6147, 6148: dots per inch. The long id is JPEG (wiaFormatJPEG). 0x80210003: no paper left (WIA_ERROR_PAPER_EMPTY). */
const scanning = (scanner: string, fromFeeder: boolean, folder: string): string => `
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$info = (New-Object -ComObject WIA.DeviceManager).DeviceInfos | Where-Object { $_.DeviceID -eq ${quoted(scanner)} }
if (-not $info) { [Console]::Error.WriteLine('gone'); exit 3 }
$device = $info.Connect()
${fromFeeder ? "$device.Properties.Item('3088').Value = 1" : ''}
$item = $device.Items.Item(1)
$item.Properties.Item('6146').Value = 1
$item.Properties.Item('6147').Value = ${leastDpi}
$item.Properties.Item('6148').Value = ${leastDpi}
for ($sheet = 1; ; $sheet++) {
  try { $image = $item.Transfer('{B96B3CAE-0728-11D3-9D7B-0000F81EF32E}') }
  catch {
    if ($sheet -gt 1) { exit 0 }
    [Console]::Error.WriteLine($_.Exception.HResult.ToString('X8')); exit 4
  }
  $file = Join-Path ${quoted(folder)} "sheet-$sheet.jpg"
  $image.SaveFile($file)
  [Console]::Out.WriteLine($file)
  ${fromFeeder ? '' : 'exit 0'}
}`;

/** HRESULTs of WIA (wiadef.h). */
const faults = {
  '80210003': 'feederEmpty',
  '80210002': 'feederJammed',
  '80210016': 'scannerOpen',
  '80210006': 'scannerBusy',
  '80210005': 'scannerGone',
} as const;

const faultOf = (said: string): VaultFault => {
  if (said.includes('gone')) return new VaultFault('scannerGone');
  const known = Object.entries(faults).find(([code]) => said.includes(code));
  return known ? new VaultFault(known[1]) : new VaultFault('scanFailed', {}, new Error(said));
};

/** As `scanSane`, by WIA. */
export const scanWia = async (job: ScanJob): Promise<void> => {
  const { code, said } = await runScanProgram(job, (folder) => {
    const [program, args] = powershell(scanning(job.scanner, job.source === feeder, folder));
    return { program, args };
  });
  if (code !== 0) throw faultOf(said);
};
