import { fileReceiptClaim, openSigned, receiptClaim } from '../../../shared/sync/claims.ts';
import type { ReceiptClaim, Signed } from '../../../shared/sync/claims.ts';
import type { Acknowledgement } from '../../../shared/sync/carry.ts';
import { chainCrypto } from '../../journal/chain-crypto.ts';
import { transaction } from '../../vault/database.ts';
import type { ReadableDatabase, WritableDatabase } from '../../vault/database.ts';
import { findAcknowledged, getCertificate, saveAcknowledged } from '../enrolment.ts';
import type { Enrolment } from '../enrolment.ts';
import { placeAt } from '../outbox.ts';

export interface TakenReceipts {
  rows: number;
  files: number;
}

/** Whether the receipt's last row is the journal's own: one made for another branch of a copied vault counts for nothing here. */
const isOwn = (db: ReadableDatabase, { epoch, last, hash }: ReceiptClaim): boolean =>
  db
    .prepare('SELECT lower(hex(hash)) AS hash FROM journal WHERE epoch = ? AND seq = ?')
    .get<{ hash: string }>([epoch, last])?.hash === hash;

/** How far the journal is held without a gap, going on from `pos` by these receipts. */
const heldFrom = (db: ReadableDatabase, pos: number, said: readonly ReceiptClaim[]): number => {
  for (let at = pos; ;) {
    const next = placeAt(db, at + 1);
    const covers = said.find(
      ({ epoch, first, last }) => epoch === next?.epoch && first <= next.seq && next.seq <= last,
    );
    if (!next || !covers) return at;
    at += covers.last - next.seq + 1;
  }
};

/**
 * Takes in what the hub signed and somebody carried back. Only receipts that are proved and of this very journal count; taking the same
 * again changes nothing. Returns how many rows and files are newly vouched for; undefined when the file is of another desk or hub.
 */
export const takeReceipts = (
  db: WritableDatabase,
  enrolment: Enrolment,
  { office, desk, receipts, files }: Acknowledgement,
): TakenReceipts | undefined => {
  const own = getCertificate(enrolment);
  if (own.office !== office || own.desk !== desk) return undefined;
  const proved = receipts.flatMap((receipt): { said: ReceiptClaim; receipt: Signed }[] => {
    const said = openSigned(chainCrypto, 'receipt', receiptClaim, enrolment.hubKey, receipt);
    return said?.hub === enrolment.hub && said.office === office && said.desk === desk && isOwn(db, said)
      ? [{ said, receipt }]
      : [];
  });
  const vouched = files.flatMap((receipt) => {
    const said = openSigned(chainCrypto, 'file', fileReceiptClaim, enrolment.hubKey, receipt);
    return said?.hub === enrolment.hub && said.office === office ? [{ hash: said.sha256, receipt }] : [];
  });
  if (receipts.length > 0 && proved.length === 0) return undefined;
  return transaction(db, () => {
    const before = findAcknowledged(db);
    for (const { said, receipt } of proved)
      db.prepare(
        'INSERT OR IGNORE INTO receipt (epoch, first, last, text, signature) VALUES (?, ?, ?, ?, ?)',
      ).run([said.epoch, said.first, said.last, receipt.text, receipt.signature]);
    const held = heldFrom(
      db,
      before,
      proved.map(({ said }) => said),
    );
    saveAcknowledged(db, held);
    let kept = 0;
    for (const { hash, receipt } of vouched)
      kept += db
        .prepare('INSERT OR IGNORE INTO file_receipt (hash, text, signature) VALUES (?, ?, ?)')
        .run([hash, receipt.text, receipt.signature]).changes;
    return { rows: held - before, files: kept };
  });
};
