import type { Html } from '../pages/html.ts';
import type { Operator, OperatorSession } from './accounts.ts';
import type { Deed } from './deed-line.ts';
import type { DeskStanding } from './desks.ts';
import type { ExchangeView } from './exchange-section.ts';

export type Language = 'vi' | 'en';

export interface ConsoleView {
  language: Language;
  province: string;
  now: number;
  session: OperatorSession;
  desks: readonly DeskStanding[];
  packs: readonly { kind: string; id: string; version: number; publishedAt: number }[];
  accounts: readonly Operator[];
  exchange: ExchangeView;
  deeds: readonly Deed[];
  /** What came of the last action. */
  said: Html;
}

export const consolePath = '/console';
