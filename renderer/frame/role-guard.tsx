import type { ReactNode } from 'react';
import type { Role } from '../../shared/journal/row.ts';
import type { Messages } from '../../shared/messages/index.ts';
import { useDesk } from '../desk-store.ts';
import type { ScreenName } from '../desk-store.ts';
import { faultText, useWords } from '../words.ts';

/** Pages whose every act needs a role. Other pages say of each act whether she may do it. */
const needs: { readonly [S in ScreenName]?: { role: Role; title: (words: Messages) => string } } = {
  intake: { role: 'reception', title: ({ intake }) => intake.title },
};

/** In place of a page that is not this clerk's: told before she has typed anything, not after. */
export const RoleGuard = ({ screen, children }: { screen: ScreenName; children: ReactNode }) => {
  const words = useWords();
  const roles = useDesk((desk) => desk.session?.clerk.roles);
  const need = needs[screen];
  if (need === undefined || roles?.includes(need.role) === true) return children;
  return (
    <div className="screen">
      <h1>{need.title(words)}</h1>
      <p className="fault" role="alert">
        {faultText(words, { code: 'notAllowed' })}
      </p>
    </div>
  );
};
