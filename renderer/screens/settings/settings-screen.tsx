import '../../set-up.css';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { SessionInfo, Settings } from '../../../shared/contract.ts';
import { go, useDesk } from '../../desk-store.ts';
import type { SettingsSection } from '../../desk-store.ts';
import { sectionsFor } from '../../frame/settings-sections.ts';
import { faultText, useWords } from '../../words.ts';
import { AccessSection } from './access-section.tsx';
import { BackupSection } from './backup-section.tsx';
import { CatalogueSection } from './catalogue-section.tsx';
import { ClerksSection } from './clerks-section.tsx';
import { HoursSection } from './hours-section.tsx';
import { JournalSection } from './journal-section.tsx';
import { LanesSection } from './lanes-section.tsx';
import { LooksSection } from './looks-section.tsx';
import { MoneySection } from './money-section.tsx';
import { OfficeSection } from './office-section.tsx';
import { PrintersSection } from './printers-section.tsx';
import { SecuritySection } from './security-section.tsx';
import { SyncSection } from './sync/sync-section.tsx';
import { SigningSection } from './signing/signing-section.tsx';
import { useSettings } from './use-settings.ts';
import classes from './settings.module.css';

interface ShownSectionProps {
  section: SettingsSection;
  settings: Settings;
  session: SessionInfo;
  refresh: () => void;
}

const ShownSection = ({ section, settings, session, refresh }: ShownSectionProps) => {
  const { roles } = session.clerk;
  const admin = roles.includes('admin');
  switch (section) {
    case 'office':
      return <OfficeSection settings={settings} mayChange={admin} />;
    case 'hours':
      return <HoursSection settings={settings} mayChange={admin} />;
    case 'lanes':
      return <LanesSection settings={settings} mayChange={admin} />;
    case 'printers':
      return <PrintersSection settings={settings} />;
    case 'clerks':
      return <ClerksSection settings={settings} />;
    case 'security':
      return <SecuritySection settings={settings} />;
    case 'catalogue':
      return <CatalogueSection mayChange={admin} />;
    case 'money':
      return <MoneySection mayChange={admin} mayVoid={admin || roles.includes('reception')} />;
    case 'backup':
      return (
        <BackupSection
          settings={settings}
          mayChoose={admin}
          mayRun={admin || roles.includes('reception')}
          refresh={refresh}
        />
      );
    case 'signing':
      return <SigningSection admin={admin} maySeal={admin || roles.includes('registrar')} />;
    case 'sync':
      return <SyncSection mayJoin={admin} trial={session.trial} />;
    case 'journal':
      return <JournalSection settings={settings} />;
    case 'access':
      return <AccessSection />;
    case 'looks':
      return <LooksSection />;
  }
};

/** F10: the parts at the left, walked by arrows; the one in front at the right. */
export const SettingsScreen = () => {
  const words = useWords();
  const session = useDesk((desk) => desk.session);
  const wanted = useDesk((desk) => desk.params.settings.section);
  const visit = useDesk((desk) => desk.visits.settings);
  const { settings, fault, refresh } = useSettings();
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
  }, [visit]);
  if (session === null) return null;
  const sections = sectionsFor(session.clerk.roles);
  const section = wanted !== undefined && sections.includes(wanted) ? wanted : 'office';

  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = step === undefined ? undefined : sections[sections.indexOf(section) + step];
    if (next === undefined) return;
    event.preventDefault();
    go('settings', { section: next });
  };
  return (
    <div className={classes['screen']}>
      <nav ref={list} className={classes['list']} aria-label={words.settings.sectionsLabel}>
        <h1>{words.settings.title}</h1>
        {sections.map((name) => (
          <button
            key={name}
            type="button"
            className={classes['entry']}
            aria-current={name === section ? 'page' : undefined}
            onKeyDown={walk}
            onClick={() => go('settings', { section: name })}
          >
            {words.settings.sections[name]}
          </button>
        ))}
      </nav>
      <div className={classes['content']}>
        {fault !== null && <p className="fault">{`${words.settings.unread}. ${faultText(words, fault)}`}</p>}
        {settings !== null && (
          <ShownSection
            key={section}
            section={section}
            settings={settings}
            session={session}
            refresh={refresh}
          />
        )}
      </div>
    </div>
  );
};
