import { useMemo } from 'react';
import { Button, Group, Loader, Modal, Stack } from '@mantine/core';
import type { AttachmentRef } from '../../shared/dossier/form.ts';
import { faultText, useWords } from '../words.ts';
import { SheetCanvas } from './sheet-canvas.tsx';
import { goTo, readSheetKey, turnSheet } from './sheets.ts';
import { useSheets } from './use-sheets.ts';
import classes from './digitise.module.css';

const viewWidth = 760;
/** Keys of the table of sheets that only look. */
const looking = /^(?:Arrow|Home$|End$|r$)/iu;

/** One file of a dossier to be read where it lies: nothing of it is written outside the vault. */
export const FileViewer = ({ file, onClose }: { file: AttachmentRef; onClose: () => void }) => {
  const words = useWords();
  const say = words.digitise;
  const { table, change, find, isReading, fault } = useSheets(useMemo(() => [file], [file]));
  const sheet = table.sheets[table.at];
  const pdf = sheet && find(sheet.hash);
  return (
    <Modal
      opened
      onClose={onClose}
      title={<bdi>{file.name}</bdi>}
      size={840}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || !looking.test(event.key)) return;
        const next = readSheetKey(event, table);
        if (next === null) return;
        event.preventDefault();
        change(next);
      }}
      closeButtonProps={{ 'aria-label': words.common.acts.close }}
    >
      <Stack gap="xs">
        {isReading && <Loader size="xs" role="status" aria-label={say.reading} />}
        {fault && (
          <p role="alert" className={classes['fault']}>
            {faultText(words, fault)}
          </p>
        )}
        {sheet && (
          <>
            <Group gap="xs">
              <Button
                variant="default"
                size="compact-sm"
                disabled={table.at === 0}
                onClick={() => change(goTo(table, table.at - 1))}
              >
                {say.previous}
              </Button>
              <Button
                variant="default"
                size="compact-sm"
                disabled={table.at === table.sheets.length - 1}
                onClick={() => change(goTo(table, table.at + 1))}
              >
                {say.next}
              </Button>
              <Button variant="default" size="compact-sm" onClick={() => change(turnSheet(table, 1))}>
                {say.turnRight}
              </Button>
              <span className={classes['quiet']} role="status">
                {say.sheet({ number: table.at + 1, of: table.sheets.length, file: sheet.file })}
              </span>
            </Group>
            {pdf?.locked === true ? (
              <p className={classes['locked']}>{say.locked}</p>
            ) : (
              <div className={classes['reading']}>
                <SheetCanvas pdf={pdf} sheet={sheet} width={viewWidth} />
              </div>
            )}
          </>
        )}
      </Stack>
    </Modal>
  );
};
