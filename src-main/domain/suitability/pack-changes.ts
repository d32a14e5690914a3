import { riskCapacities, riskGrades } from '../../model/levels.ts'
import type { SuitabilityPack } from '../../model/suitability-pack.ts'
import { differencesOf, type Difference } from './differences.ts'

export type PackChangeKind =
  | 'matrix'
  | 'highRiskGrades'
  | 'evidenceWithoutEnd'
  | 'seniorAge'
  | 'validityMonths'
  | 'warnDays'
  | 'singleProduct'
  | 'singleClass'
  | 'highGrades'
  | 'drawdownAlarm'
  | 'rule'
  | 'mark'
  | 'requirement'
  | 'occasion'
  | 'disclaimer'

export type PackChange = Difference<PackChangeKind>

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

type Listed<T> = readonly (T & { readonly id: string })[]

const listChanges = <T>(
  kind: PackChangeKind,
  before: Listed<T>,
  after: Listed<T>,
  text: (item: T) => string,
): readonly PackChange[] => {
  const named = (list: Listed<T>) => list.map(item => [item.id, text(item)] as const)
  return differencesOf(kind, named(before), named(after))
}

const one = (kind: PackChangeKind, which: string, was: unknown, is: unknown): readonly PackChange[] =>
  same(was, is) ? [] : [{ kind, which, before: shown(was), after: shown(is) }]

/** Every difference between two packs, what decides verdicts first, texts last. */
export const packChanges = (before: SuitabilityPack, after: SuitabilityPack): readonly PackChange[] => {
  const both = after.rules.filter(rule => before.rules.some(other => other.id === rule.id))
  return [
    ...riskCapacities.flatMap(level => one('matrix', level, before.matrix[level], after.matrix[level])),
    ...one('highRiskGrades', '', before.highRiskGrades, after.highRiskGrades),
    ...one('evidenceWithoutEnd', '', before.evidenceWithoutEnd ?? [], after.evidenceWithoutEnd ?? []),
    ...(['seniorAge', 'validityMonths', 'warnDays'] as const).flatMap(kind => one(kind, '', before[kind], after[kind])),
    ...riskCapacities.flatMap(level =>
      (['singleProduct', 'singleClass', 'highGrades'] as const).flatMap(kind =>
        one(kind, level, before.caps[level][kind], after.caps[level][kind]),
      ),
    ),
    ...riskGrades.flatMap(grade =>
      one('drawdownAlarm', grade, before.drawdownAlarm[grade], after.drawdownAlarm[grade]),
    ),
    ...listChanges('rule', before.rules, after.rules, rule => `${rule.source} ${rule.article} ${rule.text}`),
    ...listChanges(
      'mark',
      before.rules.filter(rule => both.some(each => each.id === rule.id)),
      both,
      rule => rule.mark,
    ),
    ...listChanges('requirement', before.requirements, after.requirements, ({ text, steps }) =>
      [text.zh, ...steps.map(step => step.zh)].join('；'),
    ),
    ...(Object.keys(after.occasions) as (keyof SuitabilityPack['occasions'])[]).flatMap(which =>
      one('occasion', which, cited(before, which), cited(after, which)),
    ),
    ...one('disclaimer', '', before.disclaimer.zh, after.disclaimer.zh),
  ]
}

const cited = (pack: SuitabilityPack, occasion: keyof SuitabilityPack['occasions']): string => {
  const { rules, requirements } = pack.occasions[occasion]
  return [...rules, ...requirements].join(' ')
}

const shown = (value: unknown): string => (Array.isArray(value) ? value.join(' ') : String(value))
