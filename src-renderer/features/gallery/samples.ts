import type { TFunction } from 'i18next'
import type { CellFigures, MatrixView } from '../../../src-main/contract/matrix.ts'
import type { Figure, FigureCard } from '../../../src-main/model/report/figure.ts'
import type { BiText } from '../../../src-main/model/text.ts'
import { IsoDate } from '../../../src-main/model/units.ts'
import type { Notes } from '../../ui/definition-of.ts'
import type { MonthYear } from '../../ui/month-map.tsx'

export const SAMPLE = { code: 'AB-2046', office: 'https://office.example' } as const

const day = (text: string): IsoDate => IsoDate.parse(text)

const card: FigureCard = {
  definition: 'sharpe@1',
  window: { from: day('2018-03-06'), to: day('2026-11-20') },
  frequency: 'daily',
  n: 2114,
  rf: 0.015,
  benchmark: null,
  asOf: day('2026-11-20'),
  inputs: [
    { name: 'mean', value: 0.00015 },
    { name: 'sd', value: 0.008659 },
  ],
}

const figure = (id: string, value: number | null, unit: Figure['unit'], reason: string | null = null): Figure => ({
  id,
  value,
  unit,
  reason,
  card,
})

/** One figure of every unit, and one that is missing. */
export const figures = {
  gain: figure('gain', 0.0738, 'return'),
  loss: figure('loss', -0.0896, 'return'),
  nothing: figure('nothing', 0, 'return'),
  share: figure('share', 0.176, 'ratio'),
  money: figure('money', 104_638_000_00, 'fen'),
  sharpe: figure('sharpe', 0.2693, 'number'),
  score: figure('score', 57, 'score'),
  days: figure('days', 1155, 'days'),
  quartile: figure('quartile', 3, 'count'),
  missing: figure('missing', null, 'number', 'tooShort'),
} as const

const both = (text: string): BiText => ({ zh: text, en: text })

/** Texts of the figures above, in the language of the window. */
export const notesIn = (t: TFunction): Notes => {
  return {
    definitions: {
      sharpe: {
        name: both(t('galleryCard.name')),
        formula: both('mean(r − f) ÷ sd(r − f) × √N'),
        explanation: both(t('galleryCard.explanation')),
      },
    },
    reasons: { tooShort: both(t('galleryCard.tooShort')) },
  }
}

const months = (values: readonly (number | null)[]): readonly (Figure | null)[] =>
  values.map((value, i) => (value === null ? null : figure(`m${i}`, value, 'return')))

export const monthYears: readonly MonthYear[] = [
  {
    year: 2026,
    months: months([0.026, -0.042, -0.015, -0.017, 0.06, -0.005, -0.065, 0.048, 0.018, 0.024, -0.007, null]),
    whole: figure('y2026', 0.016, 'return'),
    excess: figure('e2026', -0.022, 'return'),
  },
  {
    year: 2025,
    months: months([-0.028, -0.026, -0.006, -0.006, 0.007, 0.005, -0.008, 0.068, 0.111, -0.051, 0.047, 0.028]),
    whole: figure('y2025', 0.148, 'return'),
    excess: figure('e2025', 0.049, 'return'),
  },
]

const cell: CellFigures = {
  tier: 5,
  style: 'allocation',
  count: 18,
  aum: 439_000_000_00,
  share: 0.156,
  revenue365: 163_000_00,
  movedIn: 2,
  movedOut: 1,
  overdue: 1,
  due: 2,
  mismatchShare: 0.019,
  spark: [1, 1.4, 2, 2.2, 2.6, 2.9, 3.1, 3, 2.7, 2.8, 2.6, 2.7],
}

/** A cell of every kind; the numbers decide what turns brown. */
export const cells = {
  calm: cell,
  late: { ...cell, overdue: 6 },
  wrong: { ...cell, mismatchShare: 0.081, movedIn: 0, movedOut: 4 },
  still: { ...cell, movedIn: 0, movedOut: 0 },
  large: { ...cell, count: 12_480, aum: 98_765_400_000_00, movedIn: 318, movedOut: 97, overdue: 2041 },
  empty: { ...cell, count: 0, aum: 0, share: 0, movedIn: 0, movedOut: 0, overdue: 0, mismatchShare: 0, spark: [] },
} as const satisfies Record<string, CellFigures>

export const marks: MatrixView['marks'] = { overdueShare: 0.1, mismatchShare: 0.05 }

export const chartDates = Array.from(
  { length: 60 },
  (_, i) => `20${18 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`,
)
const wave = (by: number, rise: number): readonly number[] =>
  chartDates.map((_, i) => 1 + rise * i + Math.sin(i / 4) * by + Math.cos(i / 1.7) * (by / 3))
export const chartValues = { subject: wave(0.09, 0.008), benchmark: wave(0.06, 0.004), peers: wave(0.04, 0.003) }

export type GalleryRow = {
  readonly code: '990317' | '990533' | '599542' | '990018'
  readonly grade: string
  readonly aum: number
  readonly ret: number | null
}

/** Long names, missing values and both directions. */
export const gridRows: readonly GalleryRow[] = [
  { code: '990317', grade: 'R3', aum: 1_867_200_00, ret: 0.0738 },
  { code: '990533', grade: 'R3', aum: 723_600_00, ret: -0.0245 },
  { code: '599542', grade: 'R4', aum: 627_500_00, ret: -0.2717 },
  { code: '990018', grade: 'R1', aum: 62_400_00, ret: null },
]
