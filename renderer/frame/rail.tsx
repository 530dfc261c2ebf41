import { go, useDesk } from '../desk-store.ts';
import type { ScreenName } from '../desk-store.ts';
import { useWords } from '../words.ts';
import { places } from './keys.ts';
import classes from './frame.module.css';

/** A dossier's page and the list to telephone from belong to the place of dossiers. */
const placeOf = (screen: ScreenName): ScreenName =>
  screen === 'dossier' || screen === 'ready' ? 'dossiers' : screen;

/** The places, each with the key that opens it from anywhere. */
export const Rail = () => {
  const words = useWords();
  const here = placeOf(useDesk((desk) => desk.screen));
  const say = words.common.frame.places;
  return (
    <nav className={classes['rail']} aria-label={say.label}>
      {places.map(({ screen, key, digit }) => (
        <button
          key={screen}
          type="button"
          className={classes['place']}
          aria-current={screen === here ? 'page' : undefined}
          aria-keyshortcuts={`${key} Alt+${digit}`}
          onClick={() => go(screen, {})}
        >
          <kbd className="keycap">{key}</kbd>
          <span className={classes['placeName']}>{say[screen]}</span>
        </button>
      ))}
    </nav>
  );
};
