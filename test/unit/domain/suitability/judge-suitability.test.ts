import { existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { judgeSuitability } from '../../../../src-main/domain/suitability/judge-suitability.ts'
import { packInForce, upcomingPacks } from '../../../../src-main/domain/suitability/pack-in-force.ts'
import type { RiskCapacity, RiskGrade } from '../../../../src-main/model/levels.ts'
import type {
  SuitabilityClient,
  SuitabilityContext,
  SuitabilityProduct,
} from '../../../../src-main/model/suitability-facts.ts'
import { IsoDate } from '../../../../src-main/model/units.ts'
import { suitabilityPacks } from '../../../helpers/rule-packs.ts'

const packs = suitabilityPacks()
const day = (text: string): IsoDate => IsoDate.parse(text)
const today = day('2026-11-23')
const capacities = ['C1min', 'C1', 'C2', 'C3', 'C4', 'C5', null] as const
const grades = ['R1', 'R2', 'R3', 'R4', 'R5', null] as const
const terms = [1, 2, 3, null] as const
const varieties = [1, 2, 3, 4, null] as const
const births = [day('1961-11-23'), day('1961-11-24'), null] as const
const validities = [today, day('2026-11-22'), null] as const

const client: SuitabilityClient = {
  investorType: 'ordinary',
  riskCapacity: 'C4',
  validUntil: day('2027-01-01'),
  birthDate: day('1980-05-05'),
  term: 3,
  variety: 4,
}
const product: SuitabilityProduct = { riskGrade: 'R3', term: 1, variety: 1 }

/** The spec's table written down a second time, in numbers and without the pack. */
const oracle = (c: SuitabilityClient, p: SuitabilityProduct, who: 'advisor' | 'client'): readonly [string, string] => {
  if (c.investorType === 'professional') return ['allow', 'PROFESSIONAL']
  const needed = [c.validUntil, c.riskCapacity, c.term, c.variety, p.riskGrade, p.term, p.variety]
  if (needed.includes(null) || (c.validUntil ?? '') < '2026-11-23') return ['reassess', 'REASSESS']
  const level = c.riskCapacity === 'C1min' ? 1 : Number(c.riskCapacity?.slice(1))
  const grade = Number(p.riskGrade?.slice(1))
  if (c.riskCapacity === 'C1min' && grade > 1) return ['forbid', 'LOWEST_CATEGORY']
  let action = 'allow'
  let codes: string[] = []
  if (grade > level) {
    if (who === 'advisor') return ['forbid', 'RISK_ABOVE']
    action = 'specialWarning'
    codes = ['RISK_ABOVE']
  } else {
    if ((p.term ?? 0) > (c.term ?? 0)) codes.push('TERM_MISMATCH')
    if ((p.variety ?? 0) > (c.variety ?? 0)) codes.push('VARIETY_MISMATCH')
    if (codes.length > 0) {
      if (who === 'advisor') return ['forbid', codes.join()]
      action = 'warnAndConfirm'
    }
  }
  if (grade === 5 || p.highRisk === true) {
    codes.push('HIGH_RISK_CARE')
    if (c.birthDate === '1961-11-23') codes.push('SENIOR_CARE')
  }
  return [action, codes.join()]
}

describe('judgeSuitability', () => {
  it.each(packs.map(p => [p.version, p] as const))(
    'agrees with the table in every combination under %s',
    { timeout: 120_000 },
    (_, pack) => {
      const different: unknown[] = []
      let cases = 0
      for (const investorType of ['ordinary', 'professional'] as const)
        for (const riskCapacity of capacities)
          for (const validUntil of validities)
            for (const birthDate of births)
              for (const term of terms)
                for (const variety of varieties)
                  for (const riskGrade of grades)
                    for (const productTerm of terms)
                      for (const productVariety of varieties)
                        for (const initiative of ['advisor', 'client'] as const) {
                          const c: SuitabilityClient = {
                            investorType,
                            riskCapacity,
                            validUntil,
                            birthDate,
                            term,
                            variety,
                          }
                          const highRisk = cases % 3 === 0
                          const p: SuitabilityProduct = {
                            riskGrade,
                            term: productTerm,
                            variety: productVariety,
                            highRisk,
                          }
                          const verdict = judgeSuitability(c, p, { date: today, initiative }, pack)
                          const [action, codes] = oracle(c, p, initiative)
                          const shown =
                            action === 'allow' ? 'match' : action === 'reassess' ? 'undetermined' : 'mismatch'
                          cases += 1
                          if (verdict.action !== action || verdict.codes.join() !== codes || verdict.verdict !== shown)
                            different.push({ c, p, initiative, verdict, action, codes })
                        }
      expect(different).toEqual([])
      // 2 types x 7 levels x 3 validities x 3 ages x 4 x 5 x 6 grades x 4 x 5 x 2 initiatives
      expect(cases).toBe(2 * 7 * 3 * 3 * 4 * 5 * 6 * 4 * 5 * 2)
    },
  )

  it('never turns a mismatch into a match when the grade rises or the level falls', () => {
    const rank = { match: 0, undetermined: 1, mismatch: 1 }
    fc.assert(
      fc.property(
        index(5),
        index(5),
        index(4),
        index(4),
        index(2),
        index(2),
        index(3),
        index(3),
        fc.boolean(),
        fc.boolean(),
        (c1, c2, r1, r2, t1, t2, v1, v2, highRisk, asked) => {
          const context: SuitabilityContext = { date: today, initiative: asked ? 'client' : 'advisor' }
          const judge = (c: number, r: number): number => {
            const person = {
              ...client,
              riskCapacity: (capacities[c] ?? 'C1') satisfies RiskCapacity,
              term: terms[t1] ?? 1,
              variety: varieties[v1] ?? 1,
            }
            const thing = {
              riskGrade: (grades[r] ?? 'R1') satisfies RiskGrade,
              term: terms[t2] ?? 1,
              variety: varieties[v2] ?? 1,
              highRisk,
            }
            return rank[judgeSuitability(person, thing, context, packs[0] ?? never()).verdict]
          }
          const [low, high] = [Math.min(c1, c2), Math.max(c1, c2)]
          const [mild, wild] = [Math.min(r1, r2), Math.max(r1, r2)]
          expect(judge(low, wild)).toBeGreaterThanOrEqual(judge(high, mild))
        },
      ),
    )
  })

  it('names every missing fact', () => {
    const nothing: SuitabilityClient = { ...client, riskCapacity: null, validUntil: null, term: null, variety: null }
    const unknown: SuitabilityProduct = { riskGrade: null, term: null, variety: null }
    const verdict = judgeSuitability(nothing, unknown, { date: today, initiative: 'client' }, packs[0] ?? never())
    expect(verdict.missing).toEqual([
      'client.riskCapacity',
      'client.validUntil',
      'client.term',
      'client.variety',
      'product.riskGrade',
      'product.term',
      'product.variety',
    ])
    expect(verdict.checks).toEqual({ risk: 'unknown', term: 'unknown', variety: 'unknown' })
  })

  it('reports term and variety in the checks, not in the codes, when risk decides', () => {
    const narrow = { ...client, riskCapacity: 'C2', term: 1, variety: 1 } as const
    const wide = { riskGrade: 'R4', term: 3, variety: 3 } as const
    const verdict = judgeSuitability(narrow, wide, { date: today, initiative: 'client' }, packs[0] ?? never())
    expect(verdict.codes).toEqual(['RISK_ABOVE'])
    expect(verdict.checks).toEqual({ risk: 'no', term: 'no', variety: 'no' })
    expect(verdict.requirements.map(r => r.id)).toEqual(['writtenWarning', 'clientInsists', 'recording'])
    expect(verdict.rules.map(r => r.id)).toEqual(['order130-19', 'order130-25', 'amac2017-44'])
  })

  it('asks for the age when a high-risk product meets an unknown date of birth', () => {
    const verdict = judgeSuitability(
      { ...client, riskCapacity: 'C5', birthDate: null },
      { ...product, riskGrade: 'R5' },
      { date: today, initiative: 'advisor' },
      packs[0] ?? never(),
    )
    expect(verdict.codes).toEqual(['HIGH_RISK_CARE'])
    expect(verdict.requirements.map(r => r.id)).toContain('confirmAge')
  })

  it('counts the last day of validity and not the next', () => {
    const until = { ...client, validUntil: today }
    expect(judgeSuitability(until, product, { date: today, initiative: 'advisor' }, packs[0] ?? never()).verdict).toBe(
      'match',
    )
    const tomorrow = { date: day('2026-11-24'), initiative: 'advisor' } as const
    expect(judgeSuitability(until, product, tomorrow, packs[0] ?? never()).verdict).toBe('undetermined')
  })
})

const index = (n: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: n })

const never = (): never => {
  throw new Error('no pack')
}

describe('packs in force', () => {
  it.each([
    ['2017-06-30', null],
    ['2017-07-01', '2017-07-01-default-3'],
    ['2026-11-23', '2017-07-01-default-3'],
    ['2026-12-11', '2017-07-01-default-3'],
    ['2026-12-12', '2026-12-12-default-3'],
  ])('on %s it is %s', (date, version) => {
    expect(packInForce(packs, date)?.version ?? null).toBe(version)
  })

  it('shows the coming pack as upcoming', () => {
    expect(upcomingPacks(packs, '2026-11-23').map(p => p.version)).toEqual(['2026-12-12-default-3'])
  })
})

const vectors = new URL('../../../../../shared/vectors/suitability_cases.json', import.meta.url)
const Cases = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      investor: z.object({
        type: z.enum(['ordinary', 'professional']),
        c_level: z.int().nullable(),
        lowest_category: z.boolean(),
        age: z.int(),
        assessment_valid: z.boolean(),
        term: z.literal([1, 2, 3]),
        variety: z.literal([1, 2, 3, 4]),
      }),
      product: z.object({ r_level: z.int(), term: z.literal([1, 2, 3]), variety: z.literal([1, 2, 3, 4]) }),
      initiative: z.enum(['advisor', 'client']),
      expected: z.object({ outcome: z.string(), codes: z.array(z.string()) }),
    }),
  ),
})
const outcomes: Record<string, string> = {
  PASS: 'allow',
  FORBIDDEN: 'forbid',
  SPECIAL_WARNING: 'specialWarning',
  WARN_CONFIRM: 'warnAndConfirm',
  BLOCK: 'reassess',
}

describe('reference cases', () => {
  if (!existsSync(vectors)) {
    it.skip('../shared/vectors/suitability_cases.json is absent')
    return
  }
  const { cases } = Cases.parse(JSON.parse(readFileSync(vectors, 'utf8')))
  for (const pack of packs)
    it.each(cases.map(c => [c.id, c] as const))(`${pack.version} decides %s as expected`, (_, c) => {
      const capacity = c.investor.lowest_category ? 'C1min' : (capacities[c.investor.c_level ?? 6] ?? null)
      const verdict = judgeSuitability(
        {
          investorType: c.investor.type,
          riskCapacity: capacity,
          validUntil: day(c.investor.assessment_valid ? '2027-11-22' : '2026-11-22'),
          birthDate: day(`${2026 - c.investor.age}-11-23`),
          term: c.investor.term,
          variety: c.investor.variety,
        },
        { riskGrade: grades[c.product.r_level - 1] ?? null, term: c.product.term, variety: c.product.variety },
        { date: today, initiative: c.initiative },
        pack,
      )
      expect([verdict.action, verdict.codes]).toEqual([outcomes[c.expected.outcome], c.expected.codes])
    })
})
