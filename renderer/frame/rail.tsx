import { Fragment } from 'react';
import { go, useDesk } from '../desk-store.ts';
import type { ScreenName } from '../desk-store.ts';
import { useWords } from '../words.ts';
import { besidePlaces, places } from './keys.ts';
import type { PlaceName } from './keys.ts';
import classes from './rail.module.css';

/** A dossier's page and the list to telephone from belong to the place of dossiers. */
const placeOf = (screen: ScreenName): ScreenName =>
  screen === 'dossier' || screen === 'ready' ? 'dossiers' : screen;

interface PlaceButtonProps {
  screen: PlaceName;
  /** On the keycap, and as the platform names it. */
  cap: string;
  shortcut: string;
  isHere: boolean;
  isBeside: boolean;
}

const PlaceButton = ({ screen, cap, shortcut, isHere, isBeside }: PlaceButtonProps) => {
  const say = useWords().common.frame.places;
  return (
    <button
      type="button"
      className={classes['place']}
      data-beside={isBeside || undefined}
      aria-current={isHere ? 'page' : undefined}
      aria-keyshortcuts={shortcut}
      onClick={() => go(screen, {})}
    >
      <kbd className="keycap">{cap}</kbd>
      <span className={classes['placeName']}>{say[screen]}</span>
    </button>
  );
};

/** The places, each with the key that opens it from anywhere. */
export const Rail = () => {
  const words = useWords();
  const here = placeOf(useDesk((desk) => desk.screen));
  return (
    <nav className={classes['rail']} aria-label={words.common.frame.places.label}>
      {places.map(({ screen, key, digit }) => (
        <Fragment key={screen}>
          <PlaceButton
            screen={screen}
            cap={key}
            shortcut={`${key} Alt+${digit}`}
            isHere={screen === here}
            isBeside={false}
          />
          {besidePlaces
            .filter(({ beside }) => beside === screen)
            .map((one) => (
              <PlaceButton
                key={one.screen}
                screen={one.screen}
                cap={`⇧${one.key}`}
                shortcut={`Shift+${one.key}`}
                isHere={one.screen === here}
                isBeside
              />
            ))}
        </Fragment>
      ))}
    </nav>
  );
};
