import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './counter.css';
import { useEffect } from 'react';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { Frame } from './frame/frame.tsx';
import { markReady } from './ready.ts';
import { theme } from './theme.ts';
import { emptyWorkingSet, startWorkingSet } from './working-set.ts';

/** The counter behind the sign-in: loaded while the password is typed, gone with every citizen's data when it locks. */
const Counter = () => {
  useEffect(() => {
    void startWorkingSet();
    markReady('open');
    return () => {
      void emptyWorkingSet();
    };
  }, []);
  return (
    <MantineProvider theme={theme} forceColorScheme="light" withGlobalClasses={false}>
      <Notifications position="bottom-right" limit={4} containerWidth={420} />
      <Frame />
    </MantineProvider>
  );
};

export default Counter;
