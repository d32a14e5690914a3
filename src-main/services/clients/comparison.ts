import type { SuitabilityClient, SuitabilityProduct } from '../../model/suitability-facts.ts'
import type { Verdict } from '../../model/suitability-verdict.ts'
import type { BiText } from '../../model/text.ts'

const same = (text: string): BiText => ({ zh: text, en: text })
const word = (zh: string, en: string): BiText => ({ zh, en })

const missing: Readonly<Record<string, BiText>> = {
  'client.riskCapacity': word('C 缺失', 'C missing'),
  'client.validUntil': word('问卷缺失', 'no questionnaire'),
  'client.term': word('拟投期限缺失', 'client’s term missing'),
  'client.variety': word('拟投品种缺失', 'client’s variety missing'),
  'product.riskGrade': word('R 缺失', 'R missing'),
  'product.term': word('产品期限缺失', 'product’s term missing'),
  'product.variety': word('产品品种缺失', 'product’s variety missing'),
}

/** The comparison that decides a verdict: `R4 > C3`, `期限 3 > 2`, `R 缺失`; null stands for a product nobody knows. */
export const comparison = (
  client: SuitabilityClient,
  product: SuitabilityProduct | undefined,
  verdict: Verdict | null,
): BiText => {
  if (product === undefined || verdict === null) return word('产品缺失', 'product unknown')
  if (client.investorType === 'professional') return word('专业投资者', 'professional investor')
  if (verdict.verdict === 'undetermined')
    return missing[verdict.missing[0] ?? ''] ?? word('问卷已过期', 'questionnaire expired')
  const { checks } = verdict
  const levels = `${product.riskGrade} ${checks.risk === 'no' ? '>' : '≤'} ${client.riskCapacity}`
  if (checks.risk === 'no') return same(levels)
  if (checks.term === 'no')
    return word(`期限 ${product.term} > ${client.term}`, `term ${product.term} > ${client.term}`)
  if (checks.variety === 'no')
    return word(`品种 ${product.variety} > ${client.variety}`, `variety ${product.variety} > ${client.variety}`)
  return same(levels)
}
