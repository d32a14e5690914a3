import { createTheme } from '@mui/material/styles'
import type { Theme } from '@mui/material/styles'
import { rowHeight, tokensOf } from './tokens.ts'
import type { Density, Mode } from './tokens.ts'

export const fontFamily =
  'Dash, Inter, "Noto Sans SC Cut", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei UI", "PingFang SC", sans-serif'

const sheet = new CSSStyleSheet()

/** Writes the tokens as CSS variables; a constructed sheet needs no inline style. */
export const applyTokens = (mode: Mode, upColour: 'red' | 'green', density: Density): void => {
  const vars = Object.entries(tokensOf(mode, upColour)).map(([name, value]) => `--${name}:${value}`)
  const scheme = mode === 'dark' ? 'dark' : 'light'
  sheet.replaceSync(`:root{color-scheme:${scheme};--row:${rowHeight[density]}px;${vars.join(';')}}`)
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets = [sheet]
  document.documentElement.dataset['theme'] = mode
}

/** One MUI theme over the same tokens; the few MUI parts in use look like the rest. */
export const makeTheme = (mode: Mode, upColour: 'red' | 'green'): Theme => {
  const t = tokensOf(mode, upColour)
  return createTheme({
    palette: {
      mode: mode === 'dark' ? 'dark' : 'light',
      primary: { main: t.fill, contrastText: t['on-fill'] },
      error: { main: t.warn },
      warning: { main: t.warn },
      text: { primary: t.ink, secondary: t.ink2, disabled: t.ink3 },
      background: { default: t.paper, paper: t.float },
      divider: t.line,
    },
    typography: { fontFamily, fontSize: 12, htmlFontSize: 16 },
    shape: { borderRadius: 3 },
    transitions: { duration: { shortest: 120, shorter: 120, short: 120, standard: 120, complex: 120 } },
    components: {
      MuiButtonBase: { defaultProps: { disableRipple: true } },
      MuiPaper: { styleOverrides: { root: { backgroundImage: 'none', boxShadow: t.shadow, borderRadius: 4 } } },
      MuiBackdrop: {
        styleOverrides: { root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: 'rgba(14, 16, 19, .28)' } } },
      },
      MuiMenuItem: {
        styleOverrides: {
          root: {
            minHeight: 28,
            padding: '2px 12px',
            fontSize: 12,
            lineHeight: '18px',
            '&.Mui-selected': { background: t.sel, fontWeight: 600 },
            '&.Mui-focusVisible, &:hover': { background: t.hover },
          },
        },
      },
    },
  })
}
