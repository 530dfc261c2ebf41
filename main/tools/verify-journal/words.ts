import { basename } from 'node:path';
import { journal as journalEn } from '../../../shared/messages/en/journal.ts';
import { settings as settingsEn } from '../../../shared/messages/en/settings.ts';
import { journal as journalVi } from '../../../shared/messages/vi/journal.ts';
import { settings as settingsVi } from '../../../shared/messages/vi/settings.ts';
import type { JournalReport } from '../../../shared/journal/report.ts';
import type { AccessReport } from '../../journal/access-chain.ts';

/** An auditor's terminal has no language of its own: everything is said in Vietnamese, with English beside it. */
const languages = [
  { tool: journalVi, journal: settingsVi.journal },
  { tool: journalEn, journal: settingsEn.journal },
] as const;
type Words = (typeof languages)[number];

export const inBoth = (say: (words: Words['tool']) => string, between = '\n'): string =>
  languages.map(({ tool }) => say(tool)).join(between);

/** What was verified: a vault by its label, or a file. */
export type Verified =
  | { kind: 'vault'; office: string; desk: string; access: AccessReport }
  | { kind: 'file'; file: string };

const linesIn = ({ tool, journal }: Words, report: JournalReport, verified: Verified): string[] => {
  const { rows, from, to, erased, head } = report;
  const faults = report.faults.map(({ pos, code }) =>
    journal.fault({ pos: String(pos), what: journal.faults[code] }),
  );
  const unnamed = report.faulty - report.faults.length;
  const access = verified.kind === 'vault' ? verified.access : undefined;
  const { entries = 0, broken = [] } = access ?? {};
  return [
    verified.kind === 'vault' ? tool.vault(verified) : tool.file({ file: basename(verified.file) }),
    tool[report.mode],
    rows === 0 ? tool.noRows : tool.rows({ from, to, rows, erased }),
    ...(head ? [tool.head({ witness: head.hash.slice(0, 10), hash: head.hash })] : []),
    report.faulty === 0 ? tool.sound : journal.bad({ count: String(report.faulty) }),
    ...faults.map((line) => `  ${line}`),
    ...(unnamed > 0 ? [`  ${journal.more({ count: String(unnamed) })}`] : []),
    ...report.forks.map(({ parent, children }) =>
      tool.fork({ seq: parent.seq, epoch: parent.epoch.slice(0, 8), children: children.length }),
    ),
    ...report.recoveries.map((recovery) => tool.recovery(recovery)),
    ...(access
      ? [
          broken.length === 0
            ? tool.access({ entries })
            : tool.accessBroken({ entries, broken: broken.join(', ') }),
        ]
      : []),
  ];
};

/** The report for a person, Vietnamese first, then the same in English. */
export const reportText = (report: JournalReport, verified: Verified): string =>
  languages.map((words) => linesIn(words, report, verified).join('\n')).join('\n\n');
