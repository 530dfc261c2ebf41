import { create } from 'zustand';
import type { AppStatus, DayState, SessionInfo, Strip } from '../shared/contract.ts';
import type { BookKind } from '../shared/books/kinds.ts';
import { ask, noteAtDesk } from './bridge.ts';
import type { ListKind } from '../shared/dossier/lists.ts';
import type { PaperForm } from '../shared/dossier/events.ts';
import type { Language } from '../shared/messages/index.ts';

export type SettingsSection =
  | 'office'
  | 'hours'
  | 'lanes'
  | 'printers'
  | 'clerks'
  | 'security'
  | 'catalogue'
  | 'money'
  | 'backup'
  | 'signing'
  | 'sync'
  | 'journal'
  | 'access'
  | 'looks';

/** What each screen may be opened with. */
export interface Screens {
  /** Whether the cursor goes to what was filed online. */
  today: { focus?: 'online' };
  /** Which book to show; without one the book last looked at. */
  books: { book?: BookKind };
  /** An empty page, a kept draft, a chosen procedure, or a card read elsewhere (its raw text). */
  intake: { draft?: string; procedure?: string; card?: string };
  /** The pile being typed is the screen's own. */
  certification: object;
  /** One kind alone; of one day ('YYYY-MM-DD') alone. */
  dossiers: { status?: ListKind; received?: string };
  dossier: { id?: string };
  /** The list to telephone from. */
  ready: object;
  /** Files that wait for a signature. */
  signing: object;
  catalogue: { code?: string; text?: string };
  transfers: object;
  /** Close of day. */
  seals: object;
  settings: { section?: SettingsSection };
}
export type ScreenName = keyof Screens;

/** What lies over the screen; at most one at a time. */
export type Panel = 'palette' | 'whereIs' | 'day' | 'restore' | 'keys' | 'password' | 'closing' | null;

/** Who is at the desk and what is open in front of her. Never data: that is the working set's and main's. */
export interface DeskState {
  /** null until main has answered the first time. */
  status: AppStatus | null;
  session: SessionInfo | null;
  language: Language;
  screen: ScreenName;
  params: Screens;
  /** Rises with every go() to a screen, so that the same parameters may be given twice. */
  visits: Record<ScreenName, number>;
  panel: Panel;
  strip: Strip | null;
  /** Shown until its last group is typed back: after set-up, or after the old code was used. */
  recoveryCode: string | null;
  /** It would take the place of one that is still good: she may keep that. */
  codeReplaces: boolean;
  /** At the lobby: a forgotten password is being replaced. */
  recovering: boolean;
  /** A recovery code has been asked for: the screen that asked stays, although its clerk is signed in by now. */
  awaitingCode: 'setUp' | 'recover' | null;
  /** What came of a way out of damage, said until somebody signs in. */
  rescued: string;
  /** The paper F9 prints again. */
  lastPaper: { dossier: string; form: PaperForm; about?: string | undefined } | null;
  highContrast: boolean;
}

interface Place {
  screen: ScreenName;
  params: Screens;
}

const start: Place = {
  screen: 'today',
  params: {
    today: {},
    books: {},
    intake: {},
    certification: {},
    dossiers: {},
    dossier: {},
    ready: {},
    signing: {},
    catalogue: {},
    transfers: {},
    seals: {},
    settings: {},
  },
};

/** Where each clerk stood when the counter was locked: she comes back to it. */
const places = new Map<string, Place>();

export const useDesk = create<DeskState>()(() => ({
  status: null,
  session: null,
  language: 'vi',
  ...start,
  visits: {
    today: 0,
    books: 0,
    intake: 0,
    certification: 0,
    dossiers: 0,
    dossier: 0,
    ready: 0,
    signing: 0,
    catalogue: 0,
    transfers: 0,
    seals: 0,
    settings: 0,
  },
  panel: null,
  strip: null,
  recoveryCode: null,
  codeReplaces: false,
  recovering: false,
  awaitingCode: null,
  rescued: '',
  lastPaper: null,
  highContrast: false,
}));

// Whose answers the window hears.
useDesk.subscribe(({ session }) => noteAtDesk(session?.clerk.id ?? ''));

/**
 * Runs `forget` before another clerk than the last one sees the counter: what a file keeps of how she left things is hers. The same
 * clerk, back from a locked counter, finds them.
 */
export const onOtherClerk = (forget: () => void): void => {
  let last = useDesk.getState().session?.clerk.id ?? null;
  useDesk.subscribe(({ session }) => {
    if (session === null || session.clerk.id === last) return;
    if (last !== null) forget();
    last = session.clerk.id;
  });
};

/** Brings a screen to the front and closes whatever lay over the last one. */
export const go = <S extends ScreenName>(screen: S, params: Screens[S]): void => {
  useDesk.setState((desk) => ({
    screen,
    params: { ...desk.params, [screen]: params },
    visits: { ...desk.visits, [screen]: desk.visits[screen] + 1 },
    panel: null,
  }));
};

/** Notes what a screen now shows (the draft an empty intake became) without opening it anew. */
export const noteParams = <S extends ScreenName>(screen: S, params: Screens[S]): void => {
  useDesk.setState((desk) => ({ params: { ...desk.params, [screen]: params } }));
};

export const openPanel = (panel: Panel): void => {
  useDesk.setState({ panel });
};

/** `about`: the event an act's paper tells of. */
export const noteLastPaper = (dossier: string, form: PaperForm, about?: string): void => {
  useDesk.setState({ lastPaper: { dossier, form, about } });
};

export const noteStrip = (strip: Strip): void => {
  useDesk.setState({ strip });
};

export const awaitCode = (awaitingCode: DeskState['awaitingCode']): void => {
  useDesk.setState({ awaitingCode });
};

/** The code to show until it is safe; null once it is. */
export const noteRecoveryCode = (recoveryCode: string | null, codeReplaces = false): void => {
  useDesk.setState({ recoveryCode, codeReplaces, awaitingCode: null, recovering: false });
};

export const noteRescued = (rescued: string): void => {
  useDesk.setState({ rescued });
};

/** At once here; kept for this machine by main, which tells every window. */
export const setHighContrast = (highContrast: boolean): void => {
  useDesk.setState({ highContrast });
  void ask('app.setContrast', { highContrast });
};

export const recover = (recovering: boolean): void => {
  useDesk.setState({ recovering });
};

export const noteDay = (day: DayState): void => {
  useDesk.setState(({ session }) => (session === null ? {} : { session: { ...session, day } }));
};

/** A clerk has signed in; the same clerk finds her last screen, another starts at today. */
export const enter = (session: SessionInfo): void => {
  const { session: before, screen, params } = useDesk.getState();
  if (before?.clerk.id === session.clerk.id) {
    useDesk.setState({ session });
    return;
  }
  if (before !== null) places.set(before.clerk.id, { screen, params });
  useDesk.setState({
    session,
    language: session.language,
    recovering: false,
    rescued: '',
    panel: null,
    lastPaper: null,
    ...(places.get(session.clerk.id) ?? start),
  });
};

/** The clerk has gone: nothing of hers stays in sight; for her return the window knows the place she stood at, and what she half typed there. */
export const leave = (): void => {
  const { session, screen, params } = useDesk.getState();
  if (session === null) return;
  places.set(session.clerk.id, { screen, params });
  useDesk.setState({
    session: null,
    recoveryCode: null,
    strip: null,
    panel: null,
    lastPaper: null,
    ...start,
  });
};

/** Takes main's word on where the application stands. */
export const noteStatus = (status: AppStatus): void => {
  useDesk.setState({ status, language: status.language, highContrast: status.highContrast });
  if (status.session === null) leave();
  else enter(status.session);
};
