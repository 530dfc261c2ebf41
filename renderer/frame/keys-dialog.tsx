import { useWords } from '../words.ts';
import { openPanel } from '../desk-store.ts';
import { besidePlaces, places } from './keys.ts';
import { PanelDialog } from './panel-dialog.tsx';
import classes from './keys-dialog.module.css';

const groups = [
  { group: 'intake', names: ['accept', 'next', 'back', 'preview', 'behalf', 'addRow', 'complete'] },
  {
    group: 'anywhere',
    names: ['find', 'whereIs', 'online', 'search', 'lock', 'reprint', 'zoom', 'keys', 'escape'],
  },
  { group: 'list', names: ['open', 'mark', 'stretch', 'markAll'] },
  { group: 'dossier', names: ['act', 'menu', 'record', 'satisfaction', 'copy'] },
] as const;

/** Every key on one page. */
export const KeysDialog = ({ opened }: { opened: boolean }) => {
  const { common } = useWords();
  const say = common.frame.keys;
  return (
    <PanelDialog title={say.title} opened={opened} onClose={() => openPanel(null)} size={900}>
      <div className={classes['keys']} data-holds-nothing>
        <section>
          <h3>{say.places}</h3>
          <dl>
            {places.map(({ screen, key, digit }) => (
              <div key={screen}>
                <dt>
                  <kbd className="keycap">{key}</kbd> <kbd className="keycap">{`Alt+${digit}`}</kbd>
                </dt>
                <dd>{common.frame.places[screen]}</dd>
              </div>
            ))}
            {besidePlaces.map(({ screen, key }) => (
              <div key={screen}>
                <dt>
                  <kbd className="keycap">{`Shift+${key}`}</kbd>
                </dt>
                <dd>{common.frame.places[screen]}</dd>
              </div>
            ))}
          </dl>
        </section>
        {groups.map(({ group, names }) => (
          <section key={group}>
            <h3>{say[group]}</h3>
            <dl>
              {names.map((name) => (
                <div key={name}>
                  <dt>
                    <kbd className="keycap">{say[name]}</kbd>
                  </dt>
                  <dd>{say[`${name}Text`]}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </PanelDialog>
  );
};
