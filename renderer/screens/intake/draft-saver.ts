import type { IntakeForm } from '../../../shared/dossier/form.ts';
import type { Fault, Result } from '../../../shared/faults.ts';

/** What is known about the page's copy in the vault. */
export interface SavedMark {
  /** Milliseconds since the epoch of the last save main confirmed; null before the first. */
  savedAt: number | null;
  fault: Fault | null;
}

export interface DraftSaver<Form = IntakeForm> {
  /** The page has changed: it is saved soon. */
  note(id: string, form: Form): void;
  /** Saves at once what waits; resolves when nothing waits and nothing is under way. */
  flush(): Promise<void>;
  /** The draft is being decided or dropped: nothing of it may be saved after this resolves. Whether any of it had been. */
  forget(id: string): Promise<boolean>;
}

type Save<Form> = (id: string, form: Form) => Promise<Result<{ savedAt: number }>>;

/** Long enough for a burst of keys, short enough that a power cut takes less than a word. */
const DELAY_MS = 300;

/** One save at a time, the newest page wins, and a page that was decided is never written again. */
export const makeDraftSaver = <Form>(save: Save<Form>, tell: (mark: SavedMark) => void): DraftSaver<Form> => {
  let waiting: { id: string; form: Form } | null = null;
  let underWay: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let savedAt: number | null = null;
  let savedId: string | null = null;

  const work = async (): Promise<void> => {
    while (waiting) {
      const { id, form } = waiting;
      waiting = null;
      const answer = await save(id, form);
      if (answer.ok) {
        savedAt = answer.value.savedAt;
        savedId = id;
      }
      tell({ savedAt, fault: answer.ok ? null : answer.fault });
    }
  };

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    underWay ??= work().finally(() => {
      underWay = null;
      // Noted between the last save and this moment.
      if (waiting) void flush();
    });
    return underWay;
  };

  return {
    note: (id, form) => {
      // Another page's last words are not dropped for this one's first.
      if (waiting && waiting.id !== id) void save(waiting.id, waiting.form);
      waiting = { id, form };
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), DELAY_MS);
    },
    flush,
    forget: async (id) => {
      if (waiting?.id === id) {
        waiting = null;
        clearTimeout(timer);
      }
      await underWay;
      savedAt = null;
      const wasSaved = savedId === id;
      if (wasSaved) savedId = null;
      return wasSaved;
    },
  };
};
