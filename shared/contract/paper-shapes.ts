import type { PaperForm, PaperOutcome } from '../dossier/events.ts';
import type { DossierRow } from './dossier-shapes.ts';
import type { ListRow } from './lists.ts';
import type { SealRow } from './seals.ts';

/** A paper drawn for a preview: where it is served, its sheets, and how they lie. */
export interface PaperPage {
  url: string;
  pages: number;
  /** Millimetres of one sheet, as it lies. */
  sheet: { width: number; height: number };
}

export interface PrintAnswer {
  outcome: PaperOutcome;
  printer: string;
  detail: string;
}

/** A paper of which nobody knows whether it came out: of a dossier, over several, or a pile's fee slip. */
export type UnsurePaper =
  | { kind: 'dossier'; row: DossierRow; form: PaperForm; about: string }
  | { kind: 'list'; list: ListRow }
  | { kind: 'seal'; seal: SealRow }
  /** `day` 'YYYY-MM-DD', `total` in đồng. */
  | { kind: 'pile'; pile: string; name: string; day: string; total: number };

export interface PrinterRow {
  name: string;
  label: string;
  isDefault: boolean;
  ready: boolean;
}
