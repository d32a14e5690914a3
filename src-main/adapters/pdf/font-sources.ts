import { createRequire } from 'node:module'
import type { FontSource } from './font-cutter.ts'

const locate = createRequire(import.meta.url)

/**
 * Inter prints Latin and figures: Basic Latin and Latin-1, the minus and a few signs. Its hyphen widens under tabular
 * figures, and dashes, quotation marks and ellipses in Chinese sentences are full width: those come from Noto.
 */
const FROM_NOTO = new Set([0x2d, 0xb7, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2026])
const isLatin = (point: number): boolean =>
  (point < 0x180 || (point >= 0x2010 && point < 0x2070) || point === 0x2212) && !FROM_NOTO.has(point)

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
      wants: isLatin,
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
