import './fonts.css';
import './inks.css';
import './controls.css';
import './lobby.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { ask, listen } from './bridge.ts';
import { noteStatus, noteStrip, setHighContrast } from './desk-store.ts';

listen((telling) => {
  if (telling.kind === 'status') noteStatus(telling.status);
  if (telling.kind === 'strip') noteStrip(telling.strip);
});

// A machine set to strong contrast shows it from the first screen on; Settings can turn it off.
if (window.matchMedia('(prefers-contrast: more)').matches) setHighContrast(true);

// Nothing can be drawn before main has said how things stand.
void ask('app.status', {}).then((answer) => {
  if (answer.ok) noteStatus(answer.value);
  const root = document.getElementById('root');
  if (root !== null) createRoot(root).render(<App />);
});
