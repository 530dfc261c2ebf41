import { isFormInFront } from './focus.ts';
import { useScan } from './scan.ts';
import type { ScanHandler } from './scan.ts';

/** As `useScan`, for a page: it hears nothing while a form is open over it, whose words would be lost with it. */
export const usePageScan = (hear: ScanHandler): void => useScan((scan) => !isFormInFront() && hear(scan));
