import { useEffect, useState } from 'react';
import { Spotlight, createSpotlight } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { ask } from '../bridge.ts';
import { openPanel, useDesk } from '../desk-store.ts';
import { useWords } from '../words.ts';
import { dossierItems, fixedGroups, orderGroups, procedureItems } from './palette-items.ts';
import type { PaletteGroup } from './palette-items.ts';
import classes from './palette.module.css';

const [store, spotlight] = createSpotlight();
/** Enough to see whether the word was right; the search box and the catalogue show all. */
const fewest = 6;
const pause = 80;
const none: PaletteGroup[] = [];

/** What main finds for the typed words: procedures to start, dossiers to open. */
const useFound = (typed: string): PaletteGroup[] => {
  const words = useWords();
  const [wanted] = useDebouncedValue(typed.trim(), pause);
  const [found, setFound] = useState<{ typed: string; groups: PaletteGroup[] }>({ typed: '', groups: [] });
  const say = words.common.frame.palette;
  useEffect(() => {
    if (wanted === '') return undefined;
    let current = true;
    void Promise.all([
      ask('catalogue.find', { text: wanted.slice(0, 200), limit: fewest }),
      ask('dossier.find', { text: wanted.slice(0, 500) }),
    ]).then(([procedures, dossiers]) => {
      if (!current) return;
      const groups = [
        { name: say.procedures, items: procedures.ok ? procedureItems(procedures.value) : [] },
        { name: say.dossiers, items: dossiers.ok ? dossierItems(dossiers.value.rows.slice(0, fewest)) : [] },
      ];
      setFound({ typed: wanted, groups: groups.filter(({ items }) => items.length > 0) });
    });
    return () => {
      current = false;
    };
  }, [wanted, say]);
  return typed.trim() === '' ? none : found.groups;
};

/** Marks the first line drawn as the one Enter takes: the library does it when a key is typed, before the lines for it are there. */
const chooseFirst = (): void => {
  const { listId } = store.getState();
  const list = listId === '' ? null : document.getElementById(listId);
  const [first, ...others] = list?.querySelectorAll('[data-action]') ?? [];
  for (const other of others) other.removeAttribute('data-selected');
  first?.setAttribute('data-selected', 'true');
  store.updateState((state) => ({ ...state, selected: first ? 0 : -1 }));
};

/** Ctrl+K: everything by name. */
export const Palette = () => {
  const words = useWords();
  const open = useDesk((desk) => desk.panel === 'palette');
  const session = useDesk((desk) => desk.session);
  const [typed, setTyped] = useState('');
  const found = useFound(open ? typed : '');
  useEffect(() => {
    if (open) spotlight.open();
    else spotlight.close();
  }, [open]);
  useEffect(() => {
    if (open && typed !== '') chooseFirst();
  }, [open, typed, found]);
  if (session === null) return null;
  const say = words.common.frame.palette;
  const groups = orderGroups(fixedGroups(words, session, typed), found, typed);
  return (
    <Spotlight.Root
      store={store}
      query={typed}
      onQueryChange={setTyped}
      shortcut={null}
      size={640}
      yOffset={72}
      attributes={{ content: { 'aria-label': say.label, 'data-holds-nothing': true } }}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
      onSpotlightClose={() => {
        if (useDesk.getState().panel === 'palette') openPanel(null);
      }}
    >
      <Spotlight.Search placeholder={say.placeholder} aria-label={say.label} />
      <Spotlight.ActionsList className={classes['paletteList'] ?? ''}>
        {groups.map(({ name, items }) => (
          <Spotlight.ActionsGroup key={name} label={name}>
            {items.map(({ id, label, detail, run }) => (
              <Spotlight.Action key={id} onClick={run} className={classes['paletteItem'] ?? ''}>
                <span className={classes['paletteLabel']}>{label}</span>
                <span className={classes['paletteDetail']}>{detail}</span>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && <Spotlight.Empty>{say.nothing}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
};
