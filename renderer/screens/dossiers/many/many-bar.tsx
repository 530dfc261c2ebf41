import { Button, Kbd } from '@mantine/core';
import { useDesk } from '../../../desk-store.ts';
import { useWords } from '../../../words.ts';
import type { ListForm } from '../../../../shared/lists/content.ts';
import { clearMarks, useListView } from '../list-view.ts';
import { manyActs, mayDo } from './many-acts.ts';
import type { ManyAct } from './many-acts.ts';
import { ManyDialog } from './many-dialog.tsx';
import { ManyPrint } from './many-print.tsx';
import classes from '../dossiers.module.css';

/** What is being done with what is marked: an act's form is open, or the choice of lists. */
export type Doing = ManyAct | 'print' | null;

interface Props {
  doing: Doing;
  onDoing: (doing: Doing) => void;
  /** A paper over these dossiers is wanted. */
  onList: (form: ListForm, dossiers: string[]) => void;
  /** The control slip of each of these is wanted. */
  onSlips: (dossiers: string[]) => void;
}

/** What can be done with what is marked; each act by its letter while the keyboard is in the list. */
export const ManyBar = ({ doing, onDoing, onList, onSlips }: Props) => {
  const words = useWords();
  const say = words.day.many;
  const count = useListView((view) => view.marked.size);
  const roles = useDesk((desk) => desk.session?.clerk.roles ?? []);
  return (
    <>
      {count > 0 && (
        <div className={classes['many']} role="toolbar" aria-label={say.legend}>
          <strong role="status">{say.marked({ count })}</strong>
          {manyActs
            .filter(({ kind }) => mayDo(kind, roles))
            .map(({ kind, key }) => (
              <Button
                key={kind}
                size="compact-sm"
                variant="default"
                rightSection={<Kbd size="xs">{key}</Kbd>}
                onClick={() => onDoing(kind)}
              >
                {words.acts.kinds[kind]}
              </Button>
            ))}
          <ManyPrint
            opened={doing === 'print'}
            onOpened={(opened) => onDoing(opened ? 'print' : null)}
            onChoose={(form) => onList(form, [...useListView.getState().marked.keys()])}
            onSlips={() => onSlips([...useListView.getState().marked.keys()])}
          />
          <Button size="compact-sm" variant="subtle" onClick={clearMarks}>
            {say.clear}
          </Button>
        </div>
      )}
      {doing !== null && doing !== 'print' && (
        <ManyDialog key={doing} act={doing} onClose={() => onDoing(null)} onList={onList} />
      )}
    </>
  );
};
