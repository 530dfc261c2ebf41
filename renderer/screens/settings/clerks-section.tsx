import { useState } from 'react';
import { Button, Group, Menu } from '@mantine/core';
import type { Settings } from '../../../shared/contract.ts';
import type { ClerkRecord } from '../../../shared/office/profile.ts';
import { useDesk } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import { ChangeClerk } from './change-clerk.tsx';
import { EnrolClerk } from './enrol-clerk.tsx';
import { RemoveClerk } from './remove-clerk.tsx';
import { ResetClerk } from './reset-clerk.tsx';
import { SectionSheet } from './section-sheet.tsx';
import classes from './settings.module.css';

type Open = { what: 'enrol' } | { what: 'change' | 'remove' | 'reset'; clerk: ClerkRecord } | null;

export const ClerksSection = ({ settings }: { settings: Settings }) => {
  const words = useWords();
  const say = words.settings.clerks;
  const me = useDesk((desk) => desk.session?.clerk.id);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <SectionSheet title={words.settings.sections.clerks} text={say.text}>
      <div className={classes['tableRoom']}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{say.name}</th>
              <th scope="col">{say.username}</th>
              <th scope="col">{say.roles}</th>
              <th scope="col">
                <span className="unseen">{words.common.acts.change}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {settings.clerks.map((clerk) => (
              <tr key={clerk.id}>
                <th scope="row">
                  {clerk.name}
                  {clerk.id === me && <span className="hint">{` (${say.you})`}</span>}
                </th>
                <td>{clerk.username}</td>
                <td>{clerk.roles.map((role) => words.settings.roles[role]).join(', ')}</td>
                <td>
                  <Menu position="bottom-end">
                    <Menu.Target>
                      <Button
                        variant="default"
                        size="compact-sm"
                        aria-label={say.actions({ name: clerk.name })}
                      >
                        {'…'}
                      </Button>
                    </Menu.Target>
                    <Menu.Dropdown>
                      <Menu.Item onClick={() => setOpen({ what: 'change', clerk })}>{say.change}</Menu.Item>
                      {clerk.id !== me && (
                        <>
                          <Menu.Item onClick={() => setOpen({ what: 'reset', clerk })}>{say.reset}</Menu.Item>
                          <Menu.Item color="red" onClick={() => setOpen({ what: 'remove', clerk })}>
                            {say.remove}
                          </Menu.Item>
                        </>
                      )}
                    </Menu.Dropdown>
                  </Menu>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Group>
        <Button onClick={() => setOpen({ what: 'enrol' })}>{say.enrol}</Button>
      </Group>
      {open?.what === 'enrol' && <EnrolClerk officeName={settings.profile.name} onClose={close} />}
      {open?.what === 'change' && <ChangeClerk clerk={open.clerk} onClose={close} />}
      {open?.what === 'reset' && (
        <ResetClerk clerk={open.clerk} officeName={settings.profile.name} onClose={close} />
      )}
      {open?.what === 'remove' && <RemoveClerk clerk={open.clerk} onClose={close} />}
    </SectionSheet>
  );
};
