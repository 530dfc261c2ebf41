import type { history as source } from '../../vi/dossiers/history.ts';
import type { Translation } from '../../translation.ts';

export const history: Translation<typeof source> = {
  title: 'History',
  events: {
    dossierAccepted: 'Dossier received',
    intakeGuided: 'Completion requested',
    intakeRefused: 'Intake refused',
    paperPrinted: 'Paper printed',
  },
  unknown: (params) => `An act this software does not know (${params.type})`,
  paper: (params) => `${params.form}: ${params.outcome}`,
  desk: (params) => `desk ${params.number}`,
  clocks: {
    hub: 'time confirmed by the province',
    ok: 'clock agrees with the journal',
    entered: 'time confirmed by the clerk',
    suspect: 'clock in doubt',
  },
  recorded: (params) => `written by the PC at ${params.when}`,
  witness: (params) => `Witness mark ${params.witness}`,
  witnessHelp: 'The first ten characters of the row’s hash, printed on the receipt to compare.',
};
