import type { ProcedureHit, DossierRow, SessionInfo } from '../../shared/contract.ts';
import { fold, searchTerms } from '../../shared/text/fold.ts';
import type { Messages } from '../../shared/messages/index.ts';
import { ask } from '../bridge.ts';
import { go, openPanel, setHighContrast, useDesk } from '../desk-store.ts';
import { faultText, wordsNow } from '../words.ts';
import { besidePlaces, places } from './keys.ts';
import { lockCounter } from './lock.ts';
import { reprintLast } from './reprint.ts';
import { sectionsFor } from './settings-sections.ts';
import { toast } from './toast.ts';

export interface PaletteItem {
  id: string;
  label: string;
  /** Second line, or the key that does the same. */
  detail: string;
  run: () => void;
}

export interface PaletteGroup {
  name: string;
  items: PaletteItem[];
}

const backUp = async (): Promise<void> => {
  const words = wordsNow();
  const answer = await ask('settings.backUp', {});
  if (answer.ok) toast('good', words.settings.backup.done, 'backup');
  else toast('fault', faultText(words, answer.fault), 'backup');
};

/** Places, settings and acts whose name holds every typed word, in any order and without marks. */
export const fixedGroups = (words: Messages, session: SessionInfo, typed: string): PaletteGroup[] => {
  const say = words.common.frame;
  const terms = searchTerms(typed);
  const fits = ({ label }: PaletteItem) => {
    const folded = fold(label);
    return terms.every((term) => folded.includes(term));
  };
  const groups: PaletteGroup[] = [
    {
      name: say.palette.acts,
      items: [
        { id: 'whereIs', label: say.palette.whereIs, detail: 'F7', run: () => openPanel('whereIs') },
        {
          id: 'online',
          label: say.palette.online,
          detail: 'F8',
          run: () => go('today', { focus: 'online' }),
        },
        { id: 'ready', label: words.day.ready.title, detail: '', run: () => go('ready', {}) },
        {
          id: 'transfers',
          label: words.money.transfers.title,
          detail: '',
          run: () => go('transfers', {}),
        },
        { id: 'lock', label: say.palette.lock, detail: 'Ctrl+L', run: () => void lockCounter() },
        { id: 'reprint', label: say.palette.reprint, detail: 'F9', run: () => void reprintLast() },
        {
          id: 'window',
          label: say.palette.secondWindow,
          detail: '',
          run: () => void ask('app.openWindow', {}),
        },
        { id: 'backup', label: say.palette.backUp, detail: '', run: () => void backUp() },
        { id: 'password', label: say.palette.changePassword, detail: '', run: () => openPanel('password') },
        { id: 'keys', label: say.palette.keys, detail: 'Shift+F1', run: () => openPanel('keys') },
        {
          id: 'contrast',
          label: say.palette.contrast,
          detail: '',
          run: () => setHighContrast(!useDesk.getState().highContrast),
        },
        {
          id: 'language',
          label: say.palette.language,
          detail: '',
          run: () => void ask('app.setLanguage', { language: session.language === 'vi' ? 'en' : 'vi' }),
        },
      ],
    },
    {
      name: say.palette.places,
      items: [
        ...places.map(({ screen, key }) => ({ screen, detail: key })),
        ...besidePlaces.map(({ screen, key }) => ({ screen, detail: `Shift+${key}` })),
      ].map(({ screen, detail }) => ({
        id: `place-${screen}`,
        label: say.places[screen],
        detail,
        run: () => go(screen, {}),
      })),
    },
    {
      name: say.palette.settings,
      items: sectionsFor(session.clerk.roles).map((section) => ({
        id: `settings-${section}`,
        label: words.settings.sections[section],
        detail: '',
        run: () => go('settings', { section }),
      })),
    },
  ];
  return groups
    .map(({ name, items }) => ({ name, items: items.filter(fits) }))
    .filter(({ items }) => items.length > 0);
};

/** How well what is typed (folded) names one of a group: 2 in full, 1 by its beginning, 0 not. */
const namedBy = (typed: string, { items }: PaletteGroup): number => {
  const labels = items.map(({ label }) => fold(label));
  if (labels.includes(typed)) return 2;
  return labels.some((label) => label.startsWith(typed)) ? 1 : 0;
};

/**
 * What is found stands first, unless she is typing the name of a place, a setting or an act: Enter then does what its name says,
 * whether or not main's answer was quicker than her hand.
 */
export const orderGroups = (
  fixed: readonly PaletteGroup[],
  found: readonly PaletteGroup[],
  typed: string,
): PaletteGroup[] => {
  const begun = fold(typed).trim();
  if (begun === '') return [...found, ...fixed];
  const isFull = ({ label }: PaletteItem) => fold(label) === begun;
  const ranked = fixed
    .map(({ name, items }) => ({
      name,
      items: [...items.filter(isFull), ...items.filter((item) => !isFull(item))],
    }))
    .sort((one, other) => namedBy(begun, other) - namedBy(begun, one));
  const named = ranked.filter((group) => namedBy(begun, group) > 0);
  return [...named, ...found, ...ranked.slice(named.length)];
};

export const procedureItems = (hits: readonly ProcedureHit[]): PaletteItem[] =>
  hits.map(({ code, name, field }) => ({
    id: `procedure-${code}`,
    label: name,
    detail: `${code} · ${field}`,
    run: () => go('intake', { procedure: code }),
  }));

export const dossierItems = (rows: readonly DossierRow[]): PaletteItem[] =>
  rows.map(({ id, code, ownerName, procedureName }) => ({
    id: `dossier-${id}`,
    label: ownerName === '' ? code : `${ownerName} · ${code}`,
    detail: procedureName,
    run: () => go('dossier', { id }),
  }));
