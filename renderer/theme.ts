import { createTheme } from '@mantine/core';
import type { MantineColorsTuple } from '@mantine/core';

/** Shades around the five inks of the counter; index 6 is the named one, 1 its soft ground as in inks.css, 9 the darkest. */
const pine: MantineColorsTuple = [
  '#f1f7f7',
  '#e6f0f0',
  '#d3e5e5',
  '#79b0b1',
  '#4d9496',
  '#267677',
  '#0b5d5e',
  '#094e4f',
  '#073f40',
  '#052f30',
];
const amber: MantineColorsTuple = [
  '#fef9f0',
  '#fdf4e3',
  '#f8e6c3',
  '#e2b052',
  '#cf9526',
  '#b57d0a',
  '#9a6700',
  '#7f5500',
  '#654400',
  '#4b3200',
];
const brick: MantineColorsTuple = [
  '#fdf5f4',
  '#fbecea',
  '#f5d5d1',
  '#dd7a70',
  '#cf5145',
  '#c03a2f',
  '#b3261e',
  '#961f18',
  '#781913',
  '#5a120e',
];
const moss: MantineColorsTuple = [
  '#f3f9f5',
  '#e8f3ec',
  '#cee5d6',
  '#70ae85',
  '#479360',
  '#30804a',
  '#1f6f3a',
  '#195d30',
  '#144a27',
  '#0e381d',
];
const slate: MantineColorsTuple = [
  '#f5f6f4',
  '#eceeeb',
  '#d9ddd8',
  '#bfc5be',
  '#98a099',
  '#737c76',
  '#59625d',
  '#434b47',
  '#2d3436',
  '#1b1f24',
];

/** Numbers of ux.md "Looks"; the same colours stand as plain custom properties in inks.css. */
export const theme = createTheme({
  fontFamily: '"Be Vietnam Pro", "Segoe UI", system-ui, sans-serif',
  fontFamilyMonospace: '"Be Vietnam Pro", "Segoe UI", system-ui, sans-serif',
  headings: {
    fontFamily: '"Be Vietnam Pro", "Segoe UI", system-ui, sans-serif',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.466rem', lineHeight: '1.35' },
      h2: { fontSize: '1.2rem', lineHeight: '1.4' },
      h3: { fontSize: '1rem', lineHeight: '1.467' },
    },
  },
  fontSizes: { xs: '0.8667rem', sm: '1rem', md: '1rem', lg: '1.1333rem', xl: '1.3333rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.467', lg: '1.45', xl: '1.4' },
  colors: { pine, amber, brick, moss, slate, gray: slate, red: brick, green: moss, yellow: amber },
  white: '#ffffff',
  black: '#1b1f24',
  primaryColor: 'pine',
  primaryShade: 6,
  defaultRadius: 'md',
  radius: { xs: '6px', sm: '6px', md: '6px', lg: '6px', xl: '6px' },
  shadows: {
    xs: 'var(--shadow)',
    sm: 'var(--shadow)',
    md: 'var(--shadow)',
    lg: 'var(--shadow)',
    xl: 'var(--shadow)',
  },
  spacing: { xs: '6px', sm: '10px', md: '14px', lg: '20px', xl: '28px' },
  focusRing: 'always',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // A dialog's head is no banner of the page (WAI-ARIA landmarks).
    Modal: {
      defaultProps: {
        attributes: { header: { role: 'presentation' } },
        transitionProps: { duration: 0 },
        overlayProps: { backgroundOpacity: 0.3 },
        // The page itself never scrolls (inks.css); the lock would put in a style sheet and take it out, and the whole window be styled anew.
        lockScroll: false,
        yOffset: '4dvh',
      },
    },
    // The cursor begins on the first entry, not on an element of no meaning before it, which a menu may not hold.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, transitionProps: { duration: 0 } } },
    // What a field means stands below it, as in the set-up, so that fields side by side stay in line.
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
  },
});
