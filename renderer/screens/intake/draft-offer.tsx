import { useState } from 'react';
import { Button, Group, Modal, Text } from '@mantine/core';
import { formatDay, formatTime, localDateAt } from '../../../shared/calendar/vietnam-time.ts';
import type { DraftRow } from '../../../shared/contract.ts';
import { useWords } from '../../words.ts';
import classes from './intake.module.css';
import notices from './notices.module.css';

interface DraftOfferProps {
  drafts: readonly DraftRow[];
  /** 'YYYY-MM-DD': of that day the hour is enough. */
  today: string;
  onResume: (id: string) => void;
  onDrop: (id: string) => void;
}

/** Dossiers somebody of the office began: after a cut, or put aside for the next in the queue. */
export const DraftOffer = ({ drafts, today, onResume, onDrop }: DraftOfferProps) => {
  const { intake } = useWords();
  const say = intake.drafts;
  const [isOpen, setOpen] = useState(false);
  const [dropping, setDropping] = useState<DraftRow | null>(null);
  if (drafts.length === 0) return null;
  const whoOf = (draft: DraftRow) => (draft.who === '' ? say.noName : draft.who);
  const whenOf = (at: number) =>
    localDateAt(at) === today ? formatTime(at) : `${formatTime(at)} ${formatDay(at)}`;

  return (
    <div className={notices['drafts']}>
      <Button
        variant="light"
        size="compact-md"
        aria-expanded={isOpen}
        aria-controls="intake-drafts"
        onClick={() => setOpen(!isOpen)}
      >
        {say.offer({ count: drafts.length })}
      </Button>
      {isOpen && (
        <ul id="intake-drafts" className={notices['draftList']}>
          {drafts.map((draft) => (
            <li key={draft.id} className={notices['draft']}>
              <bdi className={notices['draftWho']}>{whoOf(draft)}</bdi>
              <bdi className={notices['draftWhat']}>
                {draft.procedureName === '' ? say.noProcedure : draft.procedureName}
              </bdi>
              <span className={classes['quiet']}>
                {say.line({ clerk: draft.clerk, when: whenOf(draft.changedAt) })}
              </span>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`${say.resume}: ${whoOf(draft)}`}
                onClick={() => {
                  setOpen(false);
                  onResume(draft.id);
                }}
              >
                {say.resume}
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                aria-label={`${say.drop}: ${whoOf(draft)}`}
                onClick={() => setDropping(draft)}
              >
                {say.drop}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <DropModal
        who={dropping === null ? null : whoOf(dropping)}
        onClose={() => setDropping(null)}
        onConfirm={() => {
          if (dropping) onDrop(dropping.id);
          setDropping(null);
        }}
      />
    </div>
  );
};

interface DropModalProps {
  /** Whose draft; null: closed. */
  who: string | null;
  onClose: () => void;
  onConfirm: () => void;
}

/** Dropping cannot be taken back, so it is asked; the cursor stands on the way out. */
export const DropModal = ({ who, onClose, onConfirm }: DropModalProps) => {
  const { intake } = useWords();
  const say = intake.drafts;
  return (
    <Modal
      opened={who !== null}
      onClose={onClose}
      title={say.dropTitle}
      size="sm"
      closeButtonProps={{ 'aria-label': intake.cancel }}
    >
      <Text size="sm" className={notices['breakable'] ?? ''}>
        {say.dropBody({ who: who ?? '' })}
      </Text>
      <Group justify="flex-end" gap="sm" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          {intake.cancel}
        </Button>
        <Button color="red" onClick={onConfirm}>
          {say.dropConfirm}
        </Button>
      </Group>
    </Modal>
  );
};
