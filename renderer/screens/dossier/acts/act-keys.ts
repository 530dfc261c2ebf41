import type { ActKind } from '../../../../shared/dossier/acts/commands.ts';

/** The letter of each act, with Alt on the dossier's page and alone in the menu: from its Vietnamese name, whatever the screen speaks. */
export const actLetters: Readonly<Record<ActKind, string>> = {
  requestSupplements: 'B',
  receiveSupplements: 'N',
  handOver: 'G',
  takeBack: 'L',
  extend: 'X',
  stop: 'D',
  withdraw: 'R',
  recordResult: 'K',
  submitResult: 'J',
  sendBackResult: 'W',
  numberResult: 'O',
  notifyCitizen: 'A',
  returnResult: 'T',
  handBackPapers: 'C',
  storePaperFile: 'P',
  correct: 'S',
  closeConflict: 'U',
  reportReceiptLost: 'M',
  collectFee: 'H',
  claimTransfer: 'Y',
  matchTransfer: 'Q',
  exemptFee: 'E',
  refundFee: 'Z',
  recordFeeReceipt: 'I',
  setFeeAmount: 'F',
};

export const menuLetter = 'V';

/** Read from the physical key: with Alt a Vietnamese input method may make something else of the letter. */
export const isLetter = (code: string, letter: string): boolean => code === `Key${letter}`;

export const altWith = (letter: string): string => `Alt+${letter}`;
