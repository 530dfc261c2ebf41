import { Menu, UnstyledButton } from '@mantine/core';
import { ask } from '../bridge.ts';
import { openPanel, useDesk } from '../desk-store.ts';
import { SearchBox } from '../search/search-box.tsx';
import { useWords } from '../words.ts';
import { lockCounter } from './lock.ts';
import classes from './top-bar.module.css';

const switchLanguage = (): void => {
  const { language } = useDesk.getState();
  void ask('app.setLanguage', { language: language === 'vi' ? 'en' : 'vi' });
};

/** Whose counter it is, where anything is found, who sits at it. */
export const TopBar = () => {
  const { common } = useWords();
  const session = useDesk((desk) => desk.session);
  if (session === null) return null;
  const { profile, desk, clerk, trial } = session;
  const say = common.frame.top;
  const deskText = say.desk({ number: desk.number, name: desk.name });
  return (
    <header className={classes['top']}>
      <div className={classes['office']}>
        <span className={classes['officeName']} title={profile.name}>
          {profile.name}
        </span>
        <span className={classes['deskName']} title={deskText}>
          {deskText}
        </span>
      </div>
      {trial && (
        <span className="trial" title={common.frame.trialText}>
          {common.frame.trial}
        </span>
      )}
      <div className={classes['search']}>
        <SearchBox />
      </div>
      <button
        type="button"
        className={classes['topButton']}
        aria-keyshortcuts="Control+K"
        onClick={() => openPanel('palette')}
      >
        <span className={classes['topWord']}>{say.palette}</span>
        <kbd className="keycap">{'Ctrl+K'}</kbd>
      </button>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <UnstyledButton className={classes['topButton'] ?? ''} aria-label={`${say.account}: ${clerk.name}`}>
            <span className={classes['clerk']}>{clerk.name}</span>
            <span aria-hidden="true" className={classes['down']} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {/* Where the window is too small to show them above. */}
          <Menu.Label className={classes['whose'] ?? ''}>{`${profile.name} · ${deskText}`}</Menu.Label>
          <Menu.Item onClick={() => openPanel('password')}>{say.changePassword}</Menu.Item>
          <Menu.Item onClick={() => void ask('app.openWindow', {})}>{say.secondWindow}</Menu.Item>
          <Menu.Item
            onClick={() => openPanel('keys')}
            rightSection={<kbd className="keycap">{'Shift+F1'}</kbd>}
          >
            {say.keys}
          </Menu.Item>
          <Menu.Item onClick={switchLanguage}>{say.language}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <button
        type="button"
        className={classes['topButton']}
        title={say.lockHint}
        aria-keyshortcuts="Control+L"
        onClick={() => void lockCounter()}
      >
        <span>{say.lock}</span>
        <kbd className="keycap">{'Ctrl+L'}</kbd>
      </button>
    </header>
  );
};
