import type { ReactNode } from 'react';
import { ask } from '../../bridge.ts';
import { useDesk } from '../../desk-store.ts';
import { useLobbyWords } from '../../lobby-words.ts';

/** The page around everything that happens before the counter opens. */
export const Lobby = ({ children, foot }: { children: ReactNode; foot?: ReactNode }) => {
  const { common } = useLobbyWords();
  const status = useDesk((desk) => desk.status);
  const language = useDesk((desk) => desk.language);
  const rescued = useDesk((desk) => desk.rescued);
  const { office, desk, trial, versions } = {
    office: null,
    desk: null,
    trial: false,
    versions: null,
    ...status,
  };
  return (
    <div className="lobby">
      <header className="lobby-head">
        <span className="lobby-product">{common.product}</span>
        {trial && <span className="trial">{common.frame.trial}</span>}
        <span className="lobby-spring" />
        <button
          type="button"
          className="button plain"
          lang={language === 'vi' ? 'en' : 'vi'}
          onClick={() => void ask('app.setLanguage', { language: language === 'vi' ? 'en' : 'vi' })}
        >
          {common.lobby.switchLanguage}
        </button>
      </header>
      <main className="lobby-main">
        {office !== null && (
          <div className="lobby-office">
            <h1>{office.name}</h1>
            {desk !== null && <p>{common.frame.top.desk({ number: desk.number, name: desk.name })}</p>}
          </div>
        )}
        {rescued !== '' && (
          <p className="fault good lobby-told" role="status">
            {rescued}
          </p>
        )}
        {children}
      </main>
      <footer className="lobby-foot">
        {foot}
        <span className="lobby-spring" />
        {versions !== null && <span>{common.lobby.version({ version: versions.application })}</span>}
      </footer>
    </div>
  );
};
