import type { SuitabilityVerdict } from '../../model/levels.ts'
import type { ProductEvent, ProductEventTexts } from '../../model/product-event.ts'
import type { BiText } from '../../model/text.ts'

export interface LetterFacts {
  readonly event: ProductEvent
  readonly product: string
  readonly code: string
  /** Day of the maturity as it prints, null when it is not known. */
  readonly maturity: string | null
  readonly client: string
  readonly date: string
  /** Amount and share of the account as they print, by language. */
  readonly value: BiText
  readonly share: string
  readonly verdict: SuitabilityVerdict
  readonly comparison: BiText
  readonly advisor: string
  readonly licence: string
}

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)

const inLanguage = (facts: LetterFacts, texts: ProductEventTexts, language: 'zh' | 'en') => {
  const { event, verdict } = facts
  const values = {
    product: facts.product,
    code: facts.code,
    grade: event.kind === 'gradeRaised' ? event.to : '',
    maturity: facts.maturity ?? texts.unknownDate[language],
    client: facts.client,
    date: facts.date,
    value: facts.value[language],
    share: facts.share,
    comparison: facts.comparison[language],
    advisor: facts.advisor,
    licence: facts.licence,
  }
  const what = fill(texts.what[event.kind][language], values)
  const fits = fill(texts.fits[verdict][language], values)
  return {
    title: fill(texts.title[event.kind][language], values),
    letter: fill(texts.letter[language], { ...values, what, fits }),
  }
}

/** Title of the task and text to the client about one event on a product, in both languages, from the dated texts. */
export const draftLetter = (
  facts: LetterFacts,
  texts: ProductEventTexts,
): { readonly title: BiText; readonly letter: BiText } => {
  const zh = inLanguage(facts, texts, 'zh')
  const en = inLanguage(facts, texts, 'en')
  return { title: { zh: zh.title, en: en.title }, letter: { zh: zh.letter, en: en.letter } }
}
