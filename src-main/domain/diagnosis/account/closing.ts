import type { AccountClosing } from '../../../model/report/account/closing.ts'
import type { AccountFacts } from './account-facts.ts'
import { fill, text, type Phrases } from './phrases.ts'

/** B11: risk notice, declarations, basis, versions and the reply block. */
export function closing(facts: AccountFacts): AccountClosing {
  const { input } = facts
  const { packs } = input
  const pack = packs.conclusions
  const phrases: Phrases = {
    asOf: text(facts.asOf),
    date: text(input.date),
    suitability: text(input.suitability.pack),
    segments: text(input.segment?.pack ?? input.target?.pack ?? '—'),
    stress: text(packs.stress.version),
    conclusions: text(pack.version),
    rf: text(`${(input.riskFree * 100).toFixed(2)}%`),
    advisor: text(input.advisor?.name ?? '—'),
    licence: text(input.advisor?.licence ?? '—'),
    equity: text(facts.proxies.equity?.name ?? '—'),
    fixedIncome: text(facts.proxies.fixedIncome?.name ?? '—'),
  }
  const all = (texts: typeof pack.closing.basis) => texts.map(t => fill(t, phrases))
  return {
    riskNotice: all(pack.closing.riskNotice),
    declarations: all(pack.closing.declarations),
    basis: [...all(pack.closing.basis), packs.stress.origin],
    replies: pack.closing.replies,
    versions: [
      { name: 'suitability', version: input.suitability.pack },
      { name: 'segments', version: input.segment?.pack ?? input.target?.pack ?? '' },
      { name: 'stress', version: packs.stress.version },
      { name: 'conclusions', version: pack.version },
      { name: 'definitions', version: packs.definitions.version },
    ].filter(v => v.version !== ''),
    reportId: input.reportId,
    inputHash: input.inputHash,
    advisor: input.advisor,
    dataAsOf: facts.asOf,
  }
}
