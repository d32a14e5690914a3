import { describe, expect, it } from 'vitest'
import { diagnoseAccount } from '../../../../../src-main/domain/diagnosis/account/diagnose-account.ts'
import { checkWording } from '../../../../../src-main/domain/wording/check-wording.ts'
import { AccountReport } from '../../../../../src-main/model/report/account-report.ts'
import { accountInput, type Scenario } from '../../../../helpers/account-input.ts'
import { namedWordingRules, readPackJson } from '../../../../helpers/rule-packs.ts'

const wording = namedWordingRules()

/** Every Chinese and English text of a bilingual pair anywhere inside. */
function textsOf(value: unknown, into = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const each of value) textsOf(each, into)
  else if (value !== null && typeof value === 'object') {
    if ('zh' in value && typeof value.zh === 'string') into.add(value.zh)
    if ('en' in value && typeof value.en === 'string') into.add(value.en)
    for (const each of Object.values(value)) textsOf(each, into)
  }
  return into
}

const findings = (value: unknown) =>
  [...textsOf(value)].flatMap(text => checkWording(text, 'client', wording).map(f => `${f.rule}: ${text}`))

describe('what the account diagnosis says', () => {
  it.each(['conclusions/account-2026.11.5.json', 'definitions/account-2026.11.json', 'stress/2026.11.json'])(
    'may be sent to a client: %s',
    path => {
      expect(findings(readPackJson(path))).toEqual([])
    },
  )

  const scenarios: readonly Scenario[] = [
    {},
    { tracked: false },
    { funds: 5, buys: 3 },
    { client: { riskCapacity: null, validUntil: null } },
  ]
  it.each(scenarios)('may be sent to a client once filled in: %o', scenario => {
    expect(findings(AccountReport.parse(diagnoseAccount(accountInput(scenario))))).toEqual([])
  })

  it('never says buy or promises', () => {
    const all = [...textsOf(readPackJson('conclusions/account-2026.11.5.json'))].join('\n')
    expect(all).not.toMatch(/请买入|建议买入|推荐买入|\bbuy\b|guaranteed/i)
  })
})
