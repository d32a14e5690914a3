import type { AccountWho, DataCoverage } from '../../../model/report/account/who.ts'
import { ageOn } from '../../suitability/age-on.ts'
import { dayNumber } from '../../portfolio/day-number.ts'
import type { AccountFacts } from './account-facts.ts'
import { lookThroughCoverage } from './allocation.ts'
import { share } from './phrases.ts'
import { sentences } from './rules.ts'

/** Days the assessment still counts, negative once it is over; null without one. */
export const validDaysOf = (facts: AccountFacts): number | null => {
  const { client, date } = facts.input
  return client.validUntil === null ? null : dayNumber(client.validUntil) - dayNumber(date)
}

function coverage(facts: AccountFacts): DataCoverage {
  const { maker, input, held, total, history } = facts
  const part = (value: number): number | null => (total > 0 ? value / total : null)
  const priced = part(
    Math.max(0, facts.cash) + held.reduce((sum, h) => (h.returns() === null ? sum : sum + h.value), 0),
  )
  const explained = part(
    Math.max(0, facts.cash) +
      held.reduce((sum, h) => (h.ledger.unexplained === 0 && h.ledger.position.short === 0 ? sum + h.value : sum), 0),
  )
  const looked = lookThroughCoverage(facts)
  const figure = (key: string, value: number | null, reason: string) =>
    maker.figure(`who.coverage.${key}`, 'ratio', value, {
      definition: `coverage-${key}`,
      frequency: 'snapshot',
      reason,
    })
  const untracked = input.trades.length > 0 && facts.ledger.tracked.size === 0
  return {
    from: history === null ? null : (input.trades.map(t => t.date).toSorted()[0] ?? null),
    to: facts.asOf,
    accounts: input.accounts.length,
    holdings: held.length,
    trades: input.trades.length,
    priced: figure('priced', priced, 'no-assets'),
    lookThrough: figure('lookThrough', looked, 'no-funds'),
    reconciled: figure('reconciled', explained, 'no-assets'),
    notes: sentences(
      input.packs.conclusions.coverage,
      {
        priced,
        lookThrough: looked,
        reconciled: explained,
        untracked: untracked ? 1 : 0,
        trades: input.trades.length,
        pending: input.trades.filter(t => t.status === 'pending').length,
      },
      { priced: share(priced), lookThrough: share(looked), reconciled: share(explained) },
    ),
  }
}

/** B1: who the client is, why in this cell, and what the figures rest on. */
export function who(facts: AccountFacts): AccountWho {
  const { client, date, segment } = facts.input
  const snapshot = { frequency: 'snapshot' } as const
  return {
    clientId: client.id,
    name: client.name,
    kind: client.kind,
    gender: client.gender,
    age: facts.maker.figure('who.age', 'count', client.birthDate === null ? null : ageOn(client.birthDate, date), {
      definition: 'age',
      ...snapshot,
      reason: client.kind === 'organisation' ? 'organisation' : 'no-birth-date',
    }),
    openedOn: client.openedOn,
    branch: client.branch,
    investorType: client.investorType,
    professionalClass: client.professionalClass,
    riskCapacity: client.riskCapacity,
    assessedOn: client.assessedOn,
    validUntil: client.validUntil,
    validDays: facts.maker.figure('who.validDays', 'days', validDaysOf(facts), {
      definition: 'valid-days',
      ...snapshot,
      reason: 'no-assessment',
    }),
    term: client.term,
    variety: client.variety,
    objective: client.objective,
    advisory: client.advisory,
    segment,
    coverage: coverage(facts),
  }
}
