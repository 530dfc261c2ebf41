interface Attack {
  name: string;
  /** Runs in the window; what it returns is compared. */
  act: () => unknown;
  gives: unknown;
}

/** Where the window stands and stays. */
export const counterPage = 'app://counter/';

/** What the window must not do, tried from inside it as a script gone wrong would. */
export const attacks: readonly Attack[] = [
  {
    name: 'navigation to the web',
    act: () => void (location.href = 'https://example.com/'),
    gives: undefined,
  },
  { name: 'navigation to a file', act: () => void (location.href = 'file:///etc/passwd'), gives: undefined },
  {
    name: 'navigation to a data page',
    act: () => void (location.href = 'data:text/html,<h1>hello</h1>'),
    gives: undefined,
  },
  {
    name: 'navigation to the print host',
    act: () => void (location.href = 'app://print/0123'),
    gives: undefined,
  },
  {
    name: 'a link followed',
    act: () => {
      const link = document.createElement('a');
      link.href = 'https://example.com/';
      document.body.append(link);
      link.click();
      link.remove();
    },
    gives: undefined,
  },
  {
    name: 'a form sent',
    act: () => {
      const form = document.createElement('form');
      form.action = 'https://example.com/';
      form.method = 'post';
      document.body.append(form);
      form.submit();
      form.remove();
    },
    gives: undefined,
  },
  { name: 'window.open', act: () => window.open('https://example.com/') === null, gives: true },
  { name: 'window.open of its own page', act: () => window.open('app://counter/') === null, gives: true },
  {
    name: 'window.open with target and noopener',
    act: () => window.open('about:blank', '_blank', 'noopener') === null,
    gives: true,
  },
  {
    name: 'geolocation',
    act: () =>
      new Promise((done) =>
        navigator.geolocation.getCurrentPosition(
          () => done('given'),
          () => done('denied'),
        ),
      ),
    gives: 'denied',
  },
  { name: 'notifications', act: () => Notification.requestPermission(), gives: 'denied' },
  {
    name: 'camera and microphone',
    act: () =>
      navigator.mediaDevices.getUserMedia({ video: true, audio: true }).then(
        () => 'given',
        () => 'denied',
      ),
    gives: 'denied',
  },
  {
    name: 'reading the clipboard',
    act: () =>
      navigator.clipboard.readText().then(
        () => 'given',
        () => 'denied',
      ),
    gives: 'denied',
  },
  {
    name: 'a script in the page',
    act: () => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      return 'ran' in window;
    },
    gives: false,
  },
  {
    name: 'a handler in the markup',
    act: async () => {
      const box = document.createElement('div');
      box.innerHTML = '<img src="data:image/png;base64,AA==" onerror="window.ran = true">';
      document.body.append(box);
      await new Promise((later) => setTimeout(later, 200));
      box.remove();
      return 'ran' in window;
    },
    gives: false,
  },
  {
    name: 'a script of another host',
    act: () =>
      new Promise((done) => {
        const script = document.createElement('script');
        script.src = 'https://example.com/x.js';
        script.onerror = () => done('refused');
        script.onload = () => done('loaded');
        document.body.append(script);
      }),
    gives: 'refused',
  },
  {
    name: 'fetching from the network',
    act: () =>
      fetch('https://example.com/').then(
        () => 'fetched',
        () => 'refused',
      ),
    gives: 'refused',
  },
  {
    name: 'fetching from this machine',
    act: () =>
      fetch('http://127.0.0.1:631/').then(
        () => 'fetched',
        () => 'refused',
      ),
    gives: 'refused',
  },
  {
    name: 'a socket',
    act: () =>
      new Promise((done) => {
        try {
          const socket = new WebSocket('wss://example.com/');
          socket.onopen = () => done('open');
          socket.onerror = () => done('refused');
        } catch {
          done('refused');
        }
      }),
    gives: 'refused',
  },
  {
    name: 'fetching a file',
    act: () =>
      fetch('file:///etc/passwd').then(
        () => 'fetched',
        () => 'refused',
      ),
    gives: 'refused',
  },
  {
    name: 'the preload and nothing else',
    act: () => {
      const bare = [
        'require',
        'process',
        'module',
        'Buffer',
        'global',
        '__dirname',
        'electron',
        'ipcRenderer',
      ];
      const { quay } = globalThis as unknown as { quay: object };
      return { keys: Object.keys(quay).sort(), node: bare.filter((name) => name in globalThis) };
    },
    gives: { keys: ['ask', 'listen'], node: [] },
  },
  {
    name: 'replacing the door',
    act: () => {
      const holder = globalThis as unknown as { quay: { ask: unknown } };
      const before = holder.quay.ask;
      try {
        holder.quay.ask = () => 'mine';
        holder.quay = { ask: () => 'mine' };
      } catch {
        // Refusing loudly is fine too.
      }
      return holder.quay.ask === before;
    },
    gives: true,
  },
  {
    name: 'a webview',
    act: async () => {
      const view = document.createElement('webview');
      view.setAttribute('src', 'https://example.com/');
      document.body.append(view);
      await new Promise((later) => setTimeout(later, 200));
      const isReal = 'getWebContentsId' in view;
      view.remove();
      return isReal;
    },
    gives: false,
  },
  {
    name: 'a frame of the web',
    act: async () => {
      const frame = document.createElement('iframe');
      frame.src = 'https://example.com/';
      document.body.append(frame);
      await new Promise((later) => setTimeout(later, 300));
      const inside = frame.contentWindow?.length ?? 0;
      frame.remove();
      return inside;
    },
    gives: 0,
  },
  {
    name: 'the door from inside a frame',
    act: async () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const has = 'quay' in (frame.contentWindow ?? {});
      frame.remove();
      return Promise.resolve(has);
    },
    gives: false,
  },
];
