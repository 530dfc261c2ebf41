import type { ActKind } from '../../../../shared/dossier/acts/commands.ts';
import type { ActForm } from './body.ts';
import { broughtForm } from './brought-form.tsx';
import { extendForm, stopForm } from './clock-forms.tsx';
import { correctForm } from './correct-form.tsx';
import { conflictForm, lostForm, placeForm } from './file-forms.tsx';
import { handOverForm } from './hand-over-form.tsx';
import {
  amountForm,
  claimForm,
  collectForm,
  exemptForm,
  feeReceiptForm,
  matchForm,
  refundForm,
} from './money-forms.tsx';
import { sendBackForm, takeBackForm } from './reason-form.tsx';
import { notifyForm, resultForm } from './result-forms.tsx';
import { handBackForm, returnForm, withdrawForm } from './return-forms.tsx';
import { numberForm, submitForm } from './submit-forms.tsx';
import { supplementsForm } from './supplements-form.tsx';

/** The form of every act. */
export const actForms: { [K in ActKind]: ActForm<K> } = {
  requestSupplements: supplementsForm,
  receiveSupplements: broughtForm,
  handOver: handOverForm,
  takeBack: takeBackForm,
  extend: extendForm,
  stop: stopForm,
  withdraw: withdrawForm,
  recordResult: resultForm,
  submitResult: submitForm,
  sendBackResult: sendBackForm,
  numberResult: numberForm,
  notifyCitizen: notifyForm,
  returnResult: returnForm,
  handBackPapers: handBackForm,
  storePaperFile: placeForm,
  correct: correctForm,
  closeConflict: conflictForm,
  reportReceiptLost: lostForm,
  collectFee: collectForm,
  claimTransfer: claimForm,
  matchTransfer: matchForm,
  exemptFee: exemptForm,
  refundFee: refundForm,
  recordFeeReceipt: feeReceiptForm,
  setFeeAmount: amountForm,
};
