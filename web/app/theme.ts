import { Badge, Button, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The ink of a ledger: what can be clicked, and nothing else, has it. */
const ink: MantineColorsTuple = [
  '#eaf4f5',
  '#d5e6e8',
  '#a9cdd2',
  '#7ab3bb',
  '#559ea8',
  '#3d909c',
  '#2c7986',
  '#1f6672',
  '#175661',
  '#0c4550',
];

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 3 },
  colors: { ink },
  autoContrast: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.25rem' }, h2: { fontSize: '1rem' }, h3: { fontSize: '0.875rem' } },
  },
  cursorType: 'pointer',
  components: {
    Button: Button.extend({ styles: { root: { fontWeight: 500 } } }),
    Badge: Badge.extend({
      defaultProps: { radius: 'sm' },
      styles: { root: { fontWeight: 500, textTransform: 'none', letterSpacing: 0 } },
    }),
  },
});
