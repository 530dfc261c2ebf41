import { useDesk } from './desk-store.ts';
import { isFormInFront } from './focus.ts';
import { useScan } from './scan.ts';
import type { ScanHandler } from './scan.ts';

/**
 * Whether a scan may take her to another page: not from a form that stands open over this one, whose words would be lost with it. The
 * palette and the page of keys hold nothing.
 */
export const mayScanLeave = (): boolean => {
  const { panel } = useDesk.getState();
  return panel === 'palette' || panel === 'keys' || !isFormInFront();
};

/** As `useScan`, for a page: it hears nothing while a form is open over it. */
export const usePageScan = (hear: ScanHandler): void => useScan((scan) => mayScanLeave() && hear(scan));
