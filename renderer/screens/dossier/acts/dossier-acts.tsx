import { useEffect, useEffectEvent, useState } from 'react';
import { Button, Group, Kbd } from '@mantine/core';
import type { ActDone, DossierPage } from '../../../../shared/contract.ts';
import type { ActCommand, ActKind } from '../../../../shared/dossier/acts/commands.ts';
import { findBar, whatMayBeDoneNext } from '../../../../shared/dossier/acts/guards.ts';
import { inLikelyOrder } from '../../../../shared/dossier/acts/likely.ts';
import type { PaperName } from '../../../../shared/dossier/papers.ts';
import { isTaken } from '../../../../shared/dossier/state.ts';
import { useDesk } from '../../../desk-store.ts';
import { isDialogInFront } from '../../../focus.ts';
import { toast } from '../../../frame/toast.ts';
import { useWords, wordsNow } from '../../../words.ts';
import { useNow } from '../../dossiers/use-now.ts';
import { ActDialog } from './act-dialog.tsx';
import { actLetters, altWith, isLetter, menuLetter } from './act-keys.ts';
import { ActMenu } from './act-menu.tsx';
import { bringPaper } from './bring-paper.ts';
import { findTyped, forgetTyped } from './half-typed.ts';

/** Buttons beside the menu: more would not be read. */
const shownAtOnce = 5;

interface Props {
  page: DossierPage;
  onPage: (page: DossierPage) => void;
  /** Shows a paper that is not printed by itself. */
  onPaper: (paper: PaperName) => void;
}

type Open = ActKind | 'menu' | null;

/** Alt and a letter, unless a dialog is in front. */
const useActKeys = (hear: (letter: (of: string) => boolean) => boolean): void => {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { altKey, ctrlKey, metaKey, shiftKey, code } = event;
    if (!altKey || ctrlKey || metaKey || shiftKey || event.repeat || event.defaultPrevented) return;
    if (isDialogInFront()) return;
    if (hear((letter) => isLetter(code, letter))) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
};

/** What may be done to the dossier now, by the guards `decide` uses: the likeliest as buttons, all of them in the menu. */
export const DossierActs = ({ page, onPage, onPaper }: Props) => {
  const words = useWords();
  const say = words.acts.forms;
  const roles = useDesk((desk) => desk.session?.clerk.roles);
  const now = useNow();
  const [open, setOpen] = useState<Open>(() => findTyped(page.row.id)?.kind ?? null);
  const { state } = page;
  const clerk = { roles: roles ?? [] };
  const possible = inLikelyOrder(whatMayBeDoneNext(state, { clerk, at: now }), state, now).map(
    ({ kind }) => kind,
  );
  useActKeys((isPressed) => {
    if (!isTaken(state)) return false;
    if (isPressed(menuLetter)) {
      setOpen('menu');
      return true;
    }
    const kind = possible.find((one) => isPressed(actLetters[one]));
    if (kind !== undefined) setOpen(kind);
    return kind !== undefined;
  });
  if (!isTaken(state)) return null;

  const close = () => {
    forgetTyped();
    setOpen(null);
    document.getElementById('dossier-code')?.focus({ preventScroll: true });
  };
  const finish = (done: ActDone, act: ActCommand) => {
    onPage(done.page);
    close();
    const told = wordsNow().acts;
    toast('good', told.forms.done({ act: told.kinds[act.kind] }), 'act');
    void bringPaper(done, onPaper);
  };
  return (
    <>
      <Group gap="xs" role="group" aria-label={say.legend}>
        {possible.slice(0, shownAtOnce).map((kind, place) => (
          <Button
            key={kind}
            size="sm"
            // A step back may be the first there is, and is never what is offered.
            variant={place === 0 && kind !== 'sendBackResult' ? 'filled' : 'default'}
            rightSection={<Kbd size="xs">{altWith(actLetters[kind])}</Kbd>}
            onClick={() => setOpen(kind)}
          >
            {words.acts.kinds[kind]}
          </Button>
        ))}
        <Button
          size="sm"
          variant="default"
          aria-haspopup="dialog"
          rightSection={<Kbd size="xs">{altWith(menuLetter)}</Kbd>}
          onClick={() => setOpen('menu')}
        >
          {say.menu}
        </Button>
      </Group>
      {open === 'menu' && (
        <ActMenu
          possible={possible}
          barOf={(kind) => findBar(state, kind, { clerk })}
          onChoose={setOpen}
          onClose={close}
        />
      )}
      {open !== null && open !== 'menu' && (
        <ActDialog key={open} kind={open} page={page} onClose={close} onDone={finish} />
      )}
    </>
  );
};
