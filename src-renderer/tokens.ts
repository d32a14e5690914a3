/** Every colour of the program; components name tokens, never colours. Contrast of each pair is kept by test/unit. */
const light = {
  paper: '#FFFFFF',
  chrome: '#F4F5F7',
  sunk: '#FAFBFC',
  hover: '#EEF1F5',
  sel: '#E9EFFC',
  float: '#FFFFFF',
  line: '#E4E7EB',
  line2: '#C9CED6',
  grid: '#E4E7EB',
  edge: '#858C97',
  ink: '#14171C',
  ink2: '#434A55',
  ink3: '#626974',
  accent: '#1F4FBF',
  fill: '#1F4FBF',
  'on-fill': '#FFFFFF',
  up: '#C21F2D',
  down: '#0A7448',
  warn: '#854800',
  'warn-soft': '#FCF1DF',
  'on-warn': '#FFFFFF',
  h0: '#FFFFFF',
  h1: '#F5F8FE',
  h2: '#EAF0FC',
  h3: '#DDE7FA',
  h4: '#CFDCF8',
  h5: '#BFD1F6',
  c1: '#16357F',
  c2: '#3F6BCF',
  c3: '#8FACE6',
  c4: '#C4D1EE',
  u1: '#FCEBEB',
  u2: '#F8D3D3',
  u3: '#F2B4B5',
  d1: '#E6F4ED',
  d2: '#C9E7D8',
  d3: '#A3D5BD',
  band1: '#E8ECF2',
  band2: '#D6DCE5',
  shadow: '0 0 0 1px #C9CED6, 0 8px 24px rgba(20,23,28,.14)',
}

export type Tokens = Readonly<Record<keyof typeof light, string>>
export type TokenName = keyof Tokens
export type Mode = 'light' | 'dark' | 'contrast'

const dark: Tokens = {
  paper: '#14171B',
  chrome: '#0E1013',
  sunk: '#181B20',
  hover: '#1E2329',
  sel: '#1C2842',
  float: '#1D2127',
  line: '#262B32',
  line2: '#3B424C',
  grid: '#262B32',
  edge: '#69717D',
  ink: '#E8EAED',
  ink2: '#B9BFC9',
  ink3: '#8E96A3',
  accent: '#8FB0FF',
  fill: '#3A62CC',
  'on-fill': '#FFFFFF',
  up: '#FF7A76',
  down: '#45C48D',
  warn: '#F0B357',
  'warn-soft': '#2E2413',
  'on-warn': '#1E1404',
  h0: '#14171B',
  h1: '#171D29',
  h2: '#1A2437',
  h3: '#1E2C49',
  h4: '#22355D',
  h5: '#274074',
  c1: '#B9CDFF',
  c2: '#7C9FF2',
  c3: '#4E6FBE',
  c4: '#334B84',
  u1: '#2B1A1B',
  u2: '#4A2123',
  u3: '#6E2A2D',
  d1: '#14251E',
  d2: '#173829',
  d3: '#1B5239',
  band1: '#1D222A',
  band2: '#2A313B',
  shadow: '0 0 0 1px #3B424C, 0 8px 28px rgba(0,0,0,.55)',
}

/** High contrast: every text at least 7 : 1, every line and bar at least 3 : 1; the grid of a chart stays behind its curves. */
const contrast: Tokens = {
  ...light,
  chrome: '#FFFFFF',
  sunk: '#FFFFFF',
  line: '#8A8A8A',
  line2: '#595959',
  grid: '#CCCCCC',
  edge: '#000000',
  ink: '#000000',
  ink2: '#1A1A1A',
  ink3: '#3D3D3D',
  accent: '#0B2F8A',
  fill: '#0B2F8A',
  up: '#96000D',
  down: '#00522F',
  warn: '#5E3200',
  c1: '#0B2F8A',
  c2: '#2F4FA8',
  c3: '#4F6FC4',
  c4: '#7891D4',
  shadow: '0 0 0 2px #000000',
}

const modes: Readonly<Record<Mode, Tokens>> = { light, dark, contrast }

/** Tokens of a mode; the setting 涨跌颜色 swaps what means up and down. */
export const tokensOf = (mode: Mode, upColour: 'red' | 'green'): Tokens => {
  const t = modes[mode]
  if (upColour === 'red') return t
  return { ...t, up: t.down, down: t.up, u1: t.d1, u2: t.d2, u3: t.d3, d1: t.u1, d2: t.u2, d3: t.u3 }
}

export type Density = 'compact' | 'normal' | 'relaxed'
export const rowHeight: Readonly<Record<Density, number>> = { compact: 24, normal: 27, relaxed: 32 }
