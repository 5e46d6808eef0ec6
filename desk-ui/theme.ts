import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** The petrol of the public site, from wash to ink. 7 is its accent on paper, 3 its accent in the dark. */
const petrol: MantineColorsTuple = [
  ...(['#f0f5f5', '#d9e8ea', '#b3d3d7', '#85cfd6', '#4f9aa3', '#2c7580'] as const),
  ...(['#145a64', '#0a4d56', '#083f47', '#052d33'] as const),
];
const grave: MantineColorsTuple = [
  ...(['#fcf0ee', '#f8dad6', '#f4aca1', '#e88a7c', '#d6604f', '#b93a29'] as const),
  ...(['#a02718', '#8c1d12', '#71150c', '#540e07'] as const),
];

const sans =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "PingFang SC", "Noto Sans CJK SC", sans-serif';
const serif =
  '"Iowan Old Style", "Palatino Linotype", Palatino, P052, "Noto Serif", Georgia, "Songti SC", "Noto Serif CJK SC", serif';
const mono = 'ui-monospace, "Cascadia Mono", Consolas, "Noto Sans Mono", "Liberation Mono", monospace';

const inks: Readonly<Record<string, string>> = { petrol: 'var(--accent)', grave: 'var(--grave)' };

/** Paper on ink colours, in the light and in the dark; Mantine's own choice would be white on the light accent of the dark. */
const colours: VariantColorsResolver = (input) => {
  const chosen = defaultVariantColorsResolver(input);
  const ink = inks[input.color ?? 'petrol'];
  if (ink === undefined) return chosen;
  if (input.variant === 'filled') {
    return { ...chosen, background: ink, hover: `color-mix(in srgb, ${ink} 85%, var(--ink))`, color: 'var(--paper)' };
  }
  if (input.variant === 'subtle') return { ...chosen, color: ink, hover: 'var(--wash)' };
  if (input.variant === 'outline') return { ...chosen, color: ink, border: `1px solid ${ink}`, hover: 'var(--wash)' };
  return chosen;
};

/** The desk looks like what it makes: the paper, ink and type of the public site. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 3 },
  variantColorResolver: colours,
  colors: { petrol, grave },
  fontFamily: sans,
  fontFamilyMonospace: mono,
  headings: { fontFamily: serif, fontWeight: '600' },
  defaultRadius: 2,
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Modal: {
      // The head of a dialogue is not the banner of the page.
      defaultProps: { attributes: { header: { role: 'presentation' } }, overlayProps: { backgroundOpacity: 0.45 } },
    },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end' } },
    Input: { defaultProps: { size: 'sm' } },
    InputWrapper: { defaultProps: { size: 'sm' } },
    Button: { defaultProps: { size: 'sm' } },
  },
});

/** Mantine's names for paper, ink and lines, given the values of style/desk.css, which knows light from dark. */
export const variables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--soft)',
    '--mantine-color-placeholder': 'var(--soft)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--grave)',
    '--mantine-color-default': 'var(--paper)',
    '--mantine-color-default-hover': 'var(--wash)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--edge)',
  };
  return { variables: {}, light: both, dark: both };
};
