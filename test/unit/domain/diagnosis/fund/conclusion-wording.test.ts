import { describe, expect, it } from 'vitest'
import { checkWording } from '../../../../../src-main/domain/wording/check-wording.ts'
import { conclusions, definitions } from '../../../../helpers/fund-input.ts'
import { namedWordingRules } from '../../../../helpers/rule-packs.ts'

const wording = namedWordingRules()

/** A sentence as it is printed, with a sample for each figure. */
const filled = (text: string): string =>
  text.replaceAll(/\{([^}]+)\}/g, (_, id: string) =>
    id === 'scoreWindow' ? '近三年' : /rank|peers/.test(id) ? '12' : '+12.34%',
  )

describe('sentences of the fund diagnosis', () => {
  it('all pass the wording rules of the client edition, in both languages', () => {
    const { strengths, risks, alerts, suits } = conclusions
    const texts = [
      ...[...strengths, ...risks, ...alerts].map(rule => rule.text),
      suits.known,
      suits.unknown,
      ...Object.values(suits.terms),
      ...Object.values(definitions.definitions).flatMap(d => [d.name, ...(d.explanation ? [d.explanation] : [])]),
      ...Object.values(definitions.reasons),
    ]
    const findings = texts
      .flatMap(({ zh, en }) => [filled(zh), filled(en)])
      .flatMap(text =>
        checkWording(text, 'client', wording).map(f => `${f.rule} (${f.severity}): ${f.text} in ${text}`),
      )
    expect(findings).toEqual([])
  })
})
