import type { Style } from '../../model/levels.ts'
import type { ScorePart, SegmentPack } from '../../model/segment-pack.ts'
import {
  arithmetic,
  choose,
  column,
  compare,
  every,
  isNull,
  nothing,
  number,
  some,
  text,
  type RuleColumn,
  type RuleCondition,
  type RuleExpression,
  type RuleProgram,
} from '../../model/rule-expression.ts'
import { figuresUsed, styles } from './style-scores.ts'
import { keepMarks } from './tier-of.ts'

const zero = number(0)

const rank = (value: RuleExpression, marks: readonly number[]): RuleExpression =>
  choose(
    marks.map((mark, i) => ({ when: compare(value, '>=', number(mark)), gives: number(i + 2) })).toReversed(),
    number(1),
  )

const raised = (assetTier: RuleExpression): RuleExpression =>
  choose(
    [{ when: compare(column('valueTier'), '>', assetTier), gives: arithmetic(assetTier, '+', number(1)) }],
    assetTier,
  )

const points = (part: ScorePart): RuleExpression => {
  const value = column(part.figure)
  const share = arithmetic(
    arithmetic(value, '-', number(part.zero)),
    '/',
    arithmetic(number(part.full), '-', number(part.zero)),
  )
  const clamped = choose(
    [
      { when: compare(value, '<=', number(part.zero)), gives: zero },
      { when: compare(value, '>=', number(part.full)), gives: number(100) },
    ],
    arithmetic(share, '*', number(100)),
  )
  return part.invert ? arithmetic(number(100), '-', clamped) : clamped
}

const score = (parts: readonly ScorePart[]): RuleExpression => {
  let sum = zero
  for (const part of parts) sum = arithmetic(sum, '+', arithmetic(number(part.weight), '*', points(part)))
  return sum
}

const scoreColumn = (style: Style): RuleExpression => column(`${style}Score`)

const tierProgram = (): RuleExpression =>
  choose(
    [
      { when: isNull(column('previousTier')), gives: column('freshTier') },
      { when: compare(column('previousTier'), '<=', column('freshTier')), gives: column('freshTier') },
      { when: compare(column('keptTier'), '<=', column('freshTier')), gives: column('freshTier') },
      { when: compare(column('keptTier'), '<', column('previousTier')), gives: column('keptTier') },
    ],
    column('previousTier'),
  )

const beats = (a: Style, b: Style): RuleCondition => compare(scoreColumn(a), '>', scoreColumn(b))

/** The best score, and its style, by the pack's order on an exact tie. */
const bestOf = (pack: SegmentPack, answer: (style: Style) => RuleExpression): RuleExpression => {
  const [first, second, third] = pack.style.tieOrder
  return choose(
    [
      { when: every(beats(third, first), beats(third, second)), gives: answer(third) },
      { when: beats(second, first), gives: answer(second) },
    ],
    answer(first),
  )
}

const keptStyle = (pack: SegmentPack): RuleExpression =>
  choose(
    styles.map(style => ({
      when: every(
        compare(column('previousStyle'), '=', text(style)),
        compare(arithmetic(column('bestScore'), '-', scoreColumn(style)), '<=', number(pack.style.keepPoints)),
      ),
      gives: text(style),
    })),
    column('bestStyle'),
  )

const numeric = (name: string, value: RuleExpression): RuleColumn => ({ name, type: 'number', value })

const inputs = [
  'averageAssets',
  'latestAssets',
  'revenue365',
  'turnover',
  'tradeDays',
  'equityShare',
  'wealthShare',
  'cashShare',
  'classes',
  'topClassShare',
  'advisory',
  'tradesInYear',
  'previousTier',
] as const

/**
 * The pack's tier and style as an expression tree over the columns of `SegmentFacts`, `previousTier` and
 * `previousStyle`; money in fen, `advisory` 1 or 0. Answers `tier` (number or null), `style` (name or null) and
 * `inactive` (1 or 0), equal to `segmentClient` for every row: each arithmetic step stands in the same order.
 */
export const segmentProgram = (pack: SegmentPack): RuleProgram => {
  const assets = column('assets')
  const latestIsZero = some(isNull(column('latestAssets')), compare(column('latestAssets'), '=', zero))
  return {
    inputs: [...inputs.map(name => ({ name, type: 'number' as const })), { name: 'previousStyle', type: 'text' }],
    stages: [
      [
        numeric(
          'assets',
          choose([{ when: isNull(column('averageAssets')), gives: column('latestAssets') }], column('averageAssets')),
        ),
        numeric(
          'valueTier',
          choose(
            [{ when: isNull(column('revenue365')), gives: zero }],
            rank(column('revenue365'), pack.tier.valueMarks),
          ),
        ),
        ...styles.map(style => numeric(`${style}Score`, score(pack.style.scores[style]))),
      ],
      [
        numeric('assetTier', rank(assets, pack.tier.assetMarks)),
        numeric('keptAssetTier', rank(assets, keepMarks(pack))),
        numeric(
          'inactive',
          choose(
            [
              {
                when: every(compare(assets, '=', zero), latestIsZero, compare(column('tradesInYear'), '=', zero)),
                gives: number(1),
              },
            ],
            zero,
          ),
        ),
        numeric('bestScore', bestOf(pack, scoreColumn)),
        { name: 'bestStyle', type: 'text', value: bestOf(pack, text) },
      ],
      [numeric('freshTier', raised(column('assetTier'))), numeric('keptTier', raised(column('keptAssetTier')))],
      [
        numeric(
          'tier',
          choose(
            [
              { when: compare(column('inactive'), '=', number(1)), gives: number(pack.style.inactive.tier) },
              { when: isNull(assets), gives: nothing },
            ],
            tierProgram(),
          ),
        ),
        {
          name: 'style',
          type: 'text',
          value: choose(
            [
              { when: compare(column('inactive'), '=', number(1)), gives: text(pack.style.inactive.style) },
              { when: some(...figuresUsed(pack).map(f => isNull(column(f)))), gives: nothing },
            ],
            keptStyle(pack),
          ),
        },
      ],
    ],
    outputs: ['tier', 'style', 'inactive'],
    pack: pack.version,
  }
}
