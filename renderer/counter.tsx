import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './counter.css';
import { useEffect, useLayoutEffect, useMemo } from 'react';
import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { Frame } from './frame/frame.tsx';
import { markReady } from './ready.ts';
import { theme } from './theme.ts';
import { useWords } from './words.ts';
import { emptyWorkingSet, startWorkingSet } from './working-set.ts';

/** The counter behind the sign-in: loaded while the password is typed, gone with every citizen's data when it locks. */
const Counter = () => {
  // Before the effects of the screens within: main answers in the order it is asked, and the working set comes first.
  useLayoutEffect(() => {
    void startWorkingSet();
    return () => {
      void emptyWorkingSet();
    };
  }, []);
  useEffect(() => markReady('open'), []);
  const close = useWords().common.acts.close;
  const named = useMemo(
    () =>
      mergeThemeOverrides(theme, { components: { CloseButton: { defaultProps: { 'aria-label': close } } } }),
    [close],
  );
  return (
    <MantineProvider theme={named} forceColorScheme="light" withGlobalClasses={false}>
      <Notifications position="bottom-left" limit={4} containerWidth={272} />
      <Frame />
    </MantineProvider>
  );
};

export default Counter;
