import { createHmac } from 'node:crypto';
import { receiptKeyMessage, receiptKeyText } from '../../shared/dossier/receipt-key.ts';

/** The key of this desk's receipt with this code. */
export const receiptKey = (lookupKey: Buffer, code: string): string =>
  receiptKeyText(createHmac('sha256', lookupKey).update(receiptKeyMessage(code)).digest());
