import { createRequire } from 'node:module'
import type { FontSource } from './font-cutter.ts'

const locate = createRequire(import.meta.url)

const QUOTES = [0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2026, 0x2032, 0x2033]

/**
 * Inter prints Latin and figures: what the file of its package holds. Its hyphen widens under tabular figures, and dashes,
 * quotation marks and ellipses in Chinese sentences are full width: those come from Noto, in
 * English sentences from Inter.
 */
const FROM_NOTO = new Set([0x2d, 0xb7, ...QUOTES])
const SINGLE = new Set([0x131, 0x152, 0x153, 0x20ac, 0x2122, 0x2191, 0x2193, 0x2212, 0x2215])
const isLatin = (point: number): boolean =>
  (point < 0x100 || SINGLE.has(point) || (point >= 0x2010 && point < 0x2070)) && !FROM_NOTO.has(point)

/** The same as CSS, so that the page asks Noto for everything else. */
const LATIN_RANGE =
  'U+20-2C,U+2E-B6,U+B8-FF,U+131,U+152-153,U+2010-2013,U+2015-2017,U+201A-201B,U+201E-2025,U+2027-2031,U+2034-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215'

/** What Inter prints in a page of this language. */
export const latinRange = (language: string): string =>
  language === 'en'
    ? `${LATIN_RANGE},${QUOTES.map(point => `U+${point.toString(16).toUpperCase()}`).join(',')}`
    : LATIN_RANGE

const WEIGHTS = [
  { weight: 400, file: '400Regular' },
  { weight: 500, file: '500Medium' },
  { weight: 600, file: '600SemiBold' },
] as const

/** Static fonts: they embed as TrueType, variable ones would become Type 3 outlines. */
export const fontSources = (): readonly FontSource[] =>
  WEIGHTS.flatMap(({ weight, file }) => [
    {
      family: 'Inter',
      weight,
      path: locate.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`),
      wants: (point: number) => isLatin(point) || QUOTES.includes(point),
      features: ['tnum', 'kern', 'mark'],
    },
    {
      family: 'Noto Sans SC',
      weight,
      path: locate.resolve(`@expo-google-fonts/noto-sans-sc/${file}/NotoSansSC_${file}.ttf`),
      wants: (point: number) => !isLatin(point) && point > 0x20,
      features: [],
    },
  ])
