import account from '../../../resources/rule-packs/definitions/account-2026.11.json'
import fund from '../../../resources/rule-packs/definitions/fund-2026.11.2.json'
import topics from '../../../resources/help/topics.json'
import type { BiText } from '../../../src-main/model/text.ts'

export type Article = {
  readonly id: string
  readonly kind: 'topic' | 'figure'
  readonly title: BiText
  readonly body: readonly BiText[]
  /** Which of two figures of the same name. */
  readonly of?: 'fund' | 'account' | undefined
}

type Definition = { readonly name: BiText; readonly formula: BiText; readonly explanation?: BiText | undefined }

type Definitions = Readonly<Record<string, Definition>>

const figures = (definitions: Definitions, pack: 'fund' | 'account', others: Definitions): readonly Article[] => {
  const taken = new Set(Object.values(others).map(each => each.name.zh))
  return Object.entries(definitions).map(([id, { name, formula, explanation }]) => ({
    id: `${pack}-${id}`,
    kind: 'figure',
    title: name,
    body: explanation === undefined ? [formula] : [formula, explanation],
    of: taken.has(name.zh) ? pack : undefined,
  }))
}

/** Every help page, and the definition of every figure; all of it ships with the program. */
export const articles: readonly Article[] = [
  ...topics.map((topic): Article => ({ ...topic, kind: 'topic' })),
  ...figures(fund.definitions, 'fund', account.definitions),
  ...figures(account.definitions, 'account', fund.definitions),
]

const texts = ({ title, body }: Article): string =>
  [title, ...body]
    .map(text => `${text.zh} ${text.en}`)
    .join(' ')
    .toLowerCase()

/** Articles that hold every word, in either language; those with it in their title first. */
export const findArticles = (typed: string): readonly Article[] => {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return articles
  const inTitle = ({ title }: Article): boolean => words.every(w => `${title.zh} ${title.en}`.toLowerCase().includes(w))
  return articles
    .filter(article => words.every(word => texts(article).includes(word)))
    .toSorted((a, b) => Number(inTitle(b)) - Number(inTitle(a)))
}
