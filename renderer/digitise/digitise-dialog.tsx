import { useEffect, useRef, useState } from 'react';
import { Button, Group, Kbd, Loader, Modal, Stack, Text } from '@mantine/core';
import type { AttachmentRef } from '../../shared/dossier/form.ts';
import { ask } from '../bridge.ts';
import { useNow } from '../screens/dossiers/use-now.ts';
import { faultText, useWords } from '../words.ts';
import { handOver } from './hand-over.ts';
import { PaperNoteFields, areDatesRight, blankRecord, isNoted, notedBefore } from './paper-note.tsx';
import { ScanBar } from './scan-bar.tsx';
import { SheetRow } from './sheet-row.tsx';
import { SheetView } from './sheet-view.tsx';
import { TrayList } from './tray-list.tsx';
import { useSheets } from './use-sheets.ts';
import classes from './digitise.module.css';

interface DigitiseDialogProps {
  /** The paper's name. */
  paper: string;
  files: readonly AttachmentRef[];
  /** Files let go over the paper's row. */
  dropped: readonly File[];
  onDone: (files: AttachmentRef[]) => void;
  onClose: () => void;
}

/** One paper's sheets: brought in from files, a scanner or the watched folder, put in order, and made one PDF. */
export const DigitiseDialog = ({ paper, files, dropped, onDone, onClose }: DigitiseDialogProps) => {
  const words = useWords();
  const say = words.digitise;
  const sheets = useSheets(files);
  const now = useNow();
  const { table, isReading, fault } = sheets;
  const [record, setRecord] = useState(() => {
    const before = files.find((file) => file.paper)?.paper;
    return before ? notedBefore(before) : blankRecord;
  });
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);

  const drop = async (list: readonly File[]) => {
    for (const file of list) await sheets.take(handOver(file));
  };
  const first = useRef(() => void drop(dropped));
  useEffect(() => first.current(), []);

  const finish = async () => {
    setTried(true);
    if (isBusy || isReading || !areDatesRight(record)) return;
    setBusy(true);
    const answer = await sheets.compose(paper);
    setBusy(false);
    if (!answer.ok) {
      sheets.say(answer.fault);
      return;
    }
    const noted = isNoted(record) ? { ...record, digitisedAt: Math.round(now) } : null;
    onDone(answer.value.map((file) => (noted ? { ...file, paper: noted } : file)));
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={say.title({ paper })}
      size={1080}
      returnFocus={false}
      closeButtonProps={{ 'aria-label': say.cancel }}
    >
      {/* Keys reach here from every control inside; files may be let go anywhere. */}
      <Stack
        gap="sm"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void drop([...event.dataTransfer.files]);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !event.ctrlKey) return;
          event.preventDefault();
          void finish();
        }}
      >
        <Group gap="xs">
          <Button data-autofocus variant="default" onClick={() => void sheets.take(ask('digitise.pick', {}))}>
            {say.pick}
          </Button>
          <ScanBar sheets={sheets} />
          <TrayList sheets={sheets} />
          {isReading && (
            <Group gap={6} role="status">
              <Loader size="xs" />
              <Text size="sm">{say.reading}</Text>
            </Group>
          )}
        </Group>
        {fault && (
          <p role="alert" className={classes['fault']}>
            {faultText(words, fault)}
          </p>
        )}
        {table.sheets.length === 0 ? (
          <div className={classes['empty']}>
            <p>{say.empty}</p>
            <p className={classes['quiet']}>{say.emptyHint}</p>
          </div>
        ) : (
          <div className={classes['sheets']}>
            <div className={classes['side']}>
              <SheetRow sheets={sheets} />
            </div>
            <SheetView sheets={sheets} />
          </div>
        )}
        <PaperNoteFields
          record={record}
          isTried={isTried}
          onChange={(change) => setRecord((before) => ({ ...before, ...change }))}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {say.cancel}
          </Button>
          <Button
            disabled={isBusy || isReading}
            onClick={() => void finish()}
            rightSection={<Kbd>{say.doneKey}</Kbd>}
          >
            {say.done}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
