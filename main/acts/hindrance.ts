import type { ActCommand } from '../../shared/dossier/acts/commands.ts';
import type { OfficialReceipt } from '../../shared/dossier/acts/money-events.ts';
import type { AttachmentRef } from '../../shared/dossier/form.ts';
import { fail } from '../../shared/faults.ts';
import type { Fault } from '../../shared/faults.ts';
import type { Cabinet, Desk } from '../desk/desk.ts';
import { findBankLine, isReceiptKept } from '../journal/official-receipts.ts';
import { findNumberProblem } from '../money/receipt-register.ts';
import { hasAttachment } from '../vault/attachments.ts';

/** Files an act names. */
export const filesIn = (command: ActCommand): readonly AttachmentRef[] => {
  switch (command.kind) {
    case 'recordResult':
    case 'submitResult':
      return command.files;
    case 'receiveSupplements':
      return command.components.flatMap(({ files }) => files);
    default:
      return [];
  }
};

const receiptIn = (command: ActCommand): OfficialReceipt | null => {
  switch (command.kind) {
    case 'collectFee':
    case 'matchTransfer':
    case 'recordFeeReceipt':
      return command.receipt;
    default:
      return null;
  }
};

const receiptTwice = [{ field: 'receipt.number', code: 'actReceiptTwice', params: {} }];

const isLineTaken = ({ db }: Cabinet, command: ActCommand): boolean =>
  command.kind === 'matchTransfer' &&
  command.bankLine !== undefined &&
  findBankLine(db, command.bankLine) !== undefined;

/** What the vault alone can tell against an act the law allows: a receipt another dossier has, a file that is not here. */
export const findHindrance = (desk: Desk, cabinet: Cabinet, command: ActCommand): Fault | undefined => {
  const receipt = receiptIn(command);
  if (receipt && isReceiptKept(cabinet.db, receipt)) return fail('invalidInput', {}, receiptTwice).fault;
  const outOfTurn = receipt && findNumberProblem(cabinet, receipt);
  if (outOfTurn) return fail('invalidInput', {}, [outOfTurn]).fault;
  if (isLineTaken(cabinet, command)) return fail('bankLineTaken').fault;
  const lacking = filesIn(command).find(
    ({ hash }) => !hasAttachment(desk.places.data, cabinet.databaseKey, hash),
  );
  return lacking && fail('fileUnreadable', { name: lacking.name }).fault;
};
