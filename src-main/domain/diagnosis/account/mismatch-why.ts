import type { AccountConclusionsPack } from '../../../model/account-conclusions-pack.ts'
import type { VerdictLine } from '../../../model/report/account/suitability.ts'
import { fill, text, type Phrase } from './phrases.ts'

/** Why holdings do not match, each reason once, in the words of the pack. */
export function mismatchWhy(
  verdicts: readonly (VerdictLine | null)[],
  level: string | null,
  pack: Pick<AccountConclusionsPack, 'codeNames'>,
): Phrase {
  const codes = [...new Set(verdicts.flatMap(v => (v?.verdict === 'mismatch' ? v.codes : [])))]
  const words = codes.flatMap(code => {
    const name = pack.codeNames[code]
    return name === undefined ? [] : [fill(name, { level: text(level ?? '—') })]
  })
  return words.length === 0 ? text('—') : { zh: words.map(w => w.zh).join('、'), en: words.map(w => w.en).join(', ') }
}
