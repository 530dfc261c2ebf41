import type { Deadline } from '../calendar/deadline.ts';
import type { JsonSchema } from '../catalogue/fields.ts';
import type { Procedure } from '../catalogue/procedure.ts';
import type { FeeFrozen } from '../dossier/events.ts';
import type { Fault, Problem } from '../faults.ts';
import type { InstalledPack, SetAmount } from '../office/profile.ts';
import type { DossierRow } from './dossier-shapes.ts';
import type { DayState } from './status-shapes.ts';

export interface ProcedureHit {
  code: string;
  name: string;
  field: string;
  term: { value: number; unit: string };
}

export interface ProcedureSheet {
  procedure: Procedure;
  schema: JsonSchema | null;
  amounts: SetAmount[];
  catalogueVersion: number;
}

/** A pack that counts now: of each id the newest version. */
export interface PackInForce {
  kind: InstalledPack['kind'];
  id: string;
  version: number;
  title: string;
  /** 'YYYY-MM-DD'. */
  issued: string;
}

export interface CatalogueInfo {
  packs: PackInForce[];
  procedures: number;
  fields: { field: string; procedures: number }[];
  calendarYears: { year: number; unofficial: boolean }[];
}

export interface DraftRow {
  id: string;
  procedure: string;
  procedureName: string;
  who: string;
  clerk: string;
  changedAt: number;
}

export interface IntakePreview {
  /** The number it would get now (dự kiến), or why it cannot get one. */
  code: string | null;
  codeFault: Fault | null;
  day: DayState;
  deadline: Deadline | null;
  fees: FeeFrozen[];
  feeTotal: number;
  missing: string[];
  held: string[];
  /** Must be mended before acceptance. */
  problems: Problem[];
  /** Worth a look, never a block. */
  warnings: Problem[];
  duplicates: DossierRow[];
}

export interface IntakeAnswer {
  dossier: string;
  outcome: 'accepted' | 'guided' | 'refused';
  code: string;
  dueAt: number | null;
  witness: string;
}
