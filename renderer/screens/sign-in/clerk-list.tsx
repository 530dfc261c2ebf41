import { useEffect, useId, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { LobbyClerk } from '../../../shared/contract.ts';
import { useLobbyWords } from '../../lobby-words.ts';
import { findClerk, stepClerk } from './find-clerk.ts';

/** How long typed letters belong to one name, milliseconds. */
const typingPause = 800;

interface ClerkListProps {
  clerks: readonly LobbyClerk[];
  chosen: number;
  onChoose: (index: number) => void;
  /** Enter on the list. */
  onDone: () => void;
}

/** Who may sign in: arrows walk, letters jump to a name. */
export const ClerkList = ({ clerks, chosen, onChoose, onDone }: ClerkListProps) => {
  const { common } = useLobbyWords();
  const id = useId();
  const typed = useRef({ text: '', at: 0 });
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const hear = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onDone();
    else if (['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key))
      onChoose(stepClerk(chosen, clerks.length, event.key));
    else if (event.key.length === 1 && !event.ctrlKey && !event.altKey) {
      const together = event.timeStamp - typed.current.at < typingPause;
      const text = (together ? typed.current.text : '') + event.key;
      typed.current = { text, at: event.timeStamp };
      const found = findClerk(clerks, text, together ? chosen : chosen + 1);
      if (found >= 0) onChoose(found);
    } else return;
    event.preventDefault();
  };

  return (
    <div
      ref={list}
      className="clerks"
      role="listbox"
      tabIndex={0}
      aria-label={common.lobby.signIn.who}
      aria-activedescendant={`${id}-${chosen}`}
      onKeyDown={hear}
    >
      {clerks.map((clerk, index) => (
        // Keys reach the list itself (aria-activedescendant); a row only takes the mouse, hence no stop for Tab.
        <div
          key={clerk.slotId}
          id={`${id}-${index}`}
          className="clerk"
          role="option"
          aria-selected={index === chosen}
          tabIndex={-1}
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(index);
            onDone();
          }}
        >
          <span>{clerk.name}</span>
          <span className="clerk-user">{clerk.username}</span>
        </div>
      ))}
    </div>
  );
};
