import { useCallback, useEffect, useRef, useState } from 'react';
import type { AttachmentRef } from '../../shared/dossier/form.ts';
import type { Fault, Result } from '../../shared/faults.ts';
import { ask } from '../bridge.ts';
import { openPdf } from './open-pdf.ts';
import type { OpenPdf } from './open-pdf.ts';
import { addSheets, emptyTable, sheetsOf } from './sheets.ts';
import type { SheetTable } from './sheets.ts';

export interface Sheets {
  table: SheetTable;
  change: (table: SheetTable) => void;
  /** Files being read, so that nothing is done with half of them. */
  isReading: boolean;
  fault: Fault | null;
  say: (fault: Fault | null) => void;
  find: (hash: string) => OpenPdf | undefined;
  add: (files: readonly AttachmentRef[]) => Promise<void>;
  /** Waits for main's answer and lays what it gave on the table; a closed dialog says nothing. */
  take: (asking: Promise<Result<readonly AttachmentRef[]>>) => Promise<void>;
  /** The files that the sheets on the table become. */
  compose: (name: string) => Promise<Result<AttachmentRef[]>>;
}

/** The sheets of one paper while its dialog is open, beginning with those it already has. */
export const useSheets = (first: readonly AttachmentRef[]): Sheets => {
  const [table, setTable] = useState(emptyTable);
  const [reading, setReading] = useState(0);
  const [fault, say] = useState<Fault | null>(null);
  const files = useRef(new Map<string, { ref: AttachmentRef; pdf: OpenPdf }>());

  const add = useCallback(async (refs: readonly AttachmentRef[]) => {
    for (const ref of refs) {
      setReading((now) => now + 1);
      const known = files.current.get(ref.hash);
      const answer = known ? { ok: true as const, value: known.pdf } : await openPdf(ref.hash);
      setReading((now) => now - 1);
      if (!answer.ok) {
        say(answer.fault);
        continue;
      }
      files.current.set(ref.hash, { ref, pdf: answer.value });
      setTable((now) => addSheets(now, sheetsOf(ref, answer.value.count)));
    }
  }, []);

  const take = useCallback(
    async (asking: Promise<Result<readonly AttachmentRef[]>>) => {
      say(null);
      setReading((now) => now + 1);
      const answer = await asking;
      setReading((now) => now - 1);
      if (answer.ok) await add(answer.value);
      else if (answer.fault.code !== 'cancelled') say(answer.fault);
    },
    [add],
  );

  const begin = useRef(first);
  useEffect(() => {
    const opened = files.current;
    void add(begin.current);
    return () => {
      for (const { pdf } of opened.values()) pdf.close();
      opened.clear();
      setTable(emptyTable);
    };
  }, [add]);

  return {
    table,
    change: setTable,
    isReading: reading > 0,
    fault,
    say,
    find: (hash) => files.current.get(hash)?.pdf,
    add,
    take,
    compose: async (name) => {
      const { sheets } = table;
      const refs = [...files.current.values()].map(({ ref: { hash, name: file, size, mime }, pdf }) => ({
        hash,
        name: file,
        size,
        mime,
        pages: pdf.count,
      }));
      if (sheets.length === 0 && refs.length === 0) return { ok: true, value: [] };
      return ask('digitise.compose', {
        name,
        sheets: sheets.map(({ hash, page, turn }) => ({ hash, page, turn })),
        files: refs,
      });
    },
  };
};
