import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { Kbd } from '@mantine/core';
import type { ActKind } from '../../../../shared/dossier/acts/commands.ts';
import { actKinds } from '../../../../shared/dossier/acts/guards.ts';
import type { Fault } from '../../../../shared/faults.ts';
import { PanelDialog } from '../../../frame/panel-dialog.tsx';
import { faultText, useWords } from '../../../words.ts';
import { actLetters, isLetter } from './act-keys.ts';
import classes from './acts.module.css';

interface Props {
  /** Acts that may be done, the likeliest first. */
  possible: readonly ActKind[];
  barOf: (kind: ActKind) => Fault | undefined;
  onChoose: (kind: ActKind) => void;
  onClose: () => void;
}

const step: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Every act with its letter; one that cannot be done now says why. */
export const ActMenu = ({ possible, barOf, onChoose, onClose }: Props) => {
  const words = useWords();
  const say = words.acts.forms;
  const list = useRef<HTMLDivElement>(null);
  const all = [...possible, ...actKinds.filter((kind) => !possible.includes(kind))];

  const walk = (event: KeyboardEvent) => {
    const rows = [...(list.current?.querySelectorAll('button') ?? [])];
    const by = step[event.key];
    if (by !== undefined) {
      event.preventDefault();
      const at = rows.findIndex((row) => row === document.activeElement);
      rows[(at + by + rows.length) % rows.length]?.focus();
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const kind = all.find((one) => isLetter(event.code, actLetters[one]));
    if (kind === undefined) return;
    event.preventDefault();
    if (possible.includes(kind)) onChoose(kind);
    else rows[all.indexOf(kind)]?.focus();
  };
  return (
    <PanelDialog title={say.menuTitle} opened onClose={onClose} size={860}>
      <div
        ref={list}
        className={classes['menu']}
        role="toolbar"
        tabIndex={-1}
        aria-orientation="vertical"
        aria-label={say.legend}
        onKeyDown={walk}
      >
        {all.map((kind, place) => {
          const bar = barOf(kind);
          return (
            <button
              key={kind}
              type="button"
              className={classes['act']}
              aria-disabled={bar !== undefined}
              onClick={() => bar === undefined && onChoose(kind)}
              {...(place === 0 ? { 'data-autofocus': true } : {})}
            >
              <Kbd>{actLetters[kind]}</Kbd>
              <span>{words.acts.kinds[kind]}</span>
              <span className={classes['why']}>{bar && faultText(words, bar)}</span>
            </button>
          );
        })}
      </div>
      <p className={classes['note']}>{say.menuKeys}</p>
    </PanelDialog>
  );
};
