import { Button, Kbd } from '@mantine/core';
import { useDesk } from '../../../desk-store.ts';
import { useWords } from '../../../words.ts';
import { clearMarks, useListView } from '../list-view.ts';
import { manyActs, mayDo } from './many-acts.ts';
import type { ManyAct } from './many-acts.ts';
import { ManyDialog } from './many-dialog.tsx';
import classes from '../dossiers.module.css';

interface Props {
  acting: ManyAct | null;
  onAct: (act: ManyAct | null) => void;
}

/** What can be done with what is marked; each act by its letter while the keyboard is in the list. */
export const ManyBar = ({ acting, onAct }: Props) => {
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
                onClick={() => onAct(kind)}
              >
                {words.acts.kinds[kind]}
              </Button>
            ))}
          <Button size="compact-sm" variant="subtle" onClick={clearMarks}>
            {say.clear}
          </Button>
        </div>
      )}
      {acting !== null && <ManyDialog key={acting} act={acting} onClose={() => onAct(null)} />}
    </>
  );
};
