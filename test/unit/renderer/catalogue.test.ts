import { describe, expect, it } from 'vitest'
import { filesBelow, readProjectFile, readSource, type SyntaxNode } from '../../helpers/source-file.ts'

const sources = filesBelow('src-renderer', /\.tsx?$/).map(readSource)

const flatten = (value: unknown, path: readonly string[] = []): readonly (readonly [string, string])[] =>
  typeof value === 'string'
    ? [[path.join('.'), value]]
    : Object.entries(value as object).flatMap(([key, inner]) => flatten(inner, [...path, key]))

const catalogue = (name: string): ReadonlyMap<string, string> =>
  new Map(flatten(JSON.parse(readProjectFile(`src-renderer/i18n/${name}.json`))))
const zh = catalogue('zh-CN')
const en = catalogue('en')
const withoutPlural = (key: string): string => key.replace(/_(one|other)$/, '')
const keys = new Set([...zh.keys(), ...en.keys()].map(withoutPlural))

/** A literal key, or the pattern of a key that is put together. */
const usesOf = (argument: SyntaxNode | undefined): readonly (string | RegExp)[] => {
  if (argument === undefined) return []
  if (argument.type === 'Literal') return [String(argument['value'])]
  if (argument.type === 'ConditionalExpression')
    return [...usesOf(argument['consequent'] as SyntaxNode), ...usesOf(argument['alternate'] as SyntaxNode)]
  if (argument.type !== 'TemplateLiteral') return []
  const parts = (argument['quasis'] as { value: { cooked: string } }[]).map(q => q.value.cooked.replaceAll('.', '\\.'))
  return [new RegExp(`^${parts.join('[A-Za-z0-9_-]+')}$`)]
}

const namesOf = (argument: SyntaxNode | undefined): readonly string[] =>
  argument?.type === 'ObjectExpression'
    ? (argument['properties'] as SyntaxNode[]).map(each => String((each['key'] as SyntaxNode | undefined)?.['name']))
    : []

const uses = sources.flatMap(file =>
  file
    .find(node => node.type === 'CallExpression' && (node['callee'] as SyntaxNode)['name'] === 't')
    .flatMap(node => {
      const [key, values] = node['arguments'] as SyntaxNode[]
      return usesOf(key).map(use => ({ path: file.path, use, names: namesOf(values) }))
    }),
)
const meets = (use: string | RegExp, key: string): boolean => (typeof use === 'string' ? use === key : use.test(key))

const only = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): readonly string[] => {
  const other = new Set([...b.keys()].map(withoutPlural))
  return [...a.keys()].filter(key => !other.has(withoutPlural(key)))
}
const places = (text: string): string => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted().join()

describe('the catalogue of texts', () => {
  it('has the same keys in Chinese and in English', () => {
    expect({ zhOnly: only(zh, en), enOnly: only(en, zh) }).toEqual({ zhOnly: [], enOnly: [] })
  })

  it('has every key that the window asks for', () => {
    const missing = uses.filter(({ use }) => ![...keys].some(key => meets(use, key)))
    expect(missing.map(({ path, use }) => `${path}: ${String(use)}`)).toEqual([])
  })

  it('has no key that nothing asks for', () => {
    expect([...keys].filter(key => !uses.some(({ use }) => meets(use, key)))).toEqual([])
  })

  it('fills the same places in both languages', () => {
    const differ = [...en].filter(([key, text]) => {
      const chinese = zh.get(key) ?? zh.get(`${withoutPlural(key)}_other`)
      return chinese === undefined || places(chinese) !== places(text)
    })
    expect(differ.map(([key]) => key)).toEqual([])
  })

  it('has a singular and a plural in English wherever it has one of them', () => {
    const plural = [...en.keys()].filter(key => key.endsWith('_other')).map(withoutPlural)
    expect(plural.filter(key => !en.has(`${key}_one`))).toEqual([])
  })

  it('is told the count wherever a text has a plural', () => {
    const plural = [...en.keys()].filter(key => key.endsWith('_other')).map(withoutPlural)
    const plain = uses.filter(({ use }) => plural.some(key => key === use))
    const blind = plain.filter(({ names }) => !names.includes('count'))
    expect(blind.map(({ path, use }) => `${path}: ${String(use)}`)).toEqual([])
  })
})

const chinese = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/
const spoken = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'help'])
const word = /\p{L}{2,}/u

describe('texts outside the catalogue', () => {
  it('are not written in Chinese', () => {
    const found = sources.flatMap(file =>
      file
        .find(
          node =>
            (node.type === 'Literal' && typeof node['value'] === 'string' && chinese.test(node['value'])) ||
            (node.type === 'TemplateElement' && chinese.test((node['value'] as { raw: string }).raw)) ||
            (node.type === 'JSXText' && chinese.test(String(node['value']))),
        )
        .map(node => `${file.path}: ${JSON.stringify(node['value'])}`),
    )
    expect(found).toEqual([])
  })

  it('are not written between tags, but for the names of keys', () => {
    const found = sources.flatMap(file => {
      const caps = file.find(
        node =>
          node.type === 'JSXElement' &&
          ((node['openingElement'] as SyntaxNode)['name'] as SyntaxNode)['name'] === 'kbd',
      )
      const inCap = new Set(caps.flatMap(cap => cap['children'] as SyntaxNode[]))
      return file
        .find(node => node.type === 'JSXText' && word.test(String(node['value'])) && !inCap.has(node))
        .map(node => `${file.path}: ${String(node['value']).trim()}`)
    })
    expect(found).toEqual([])
  })

  it('are not written into what a reader hears or sees on hover', () => {
    const found = sources.flatMap(file =>
      file
        .find(node => {
          if (node.type !== 'JSXAttribute') return false
          const value = node['value'] as SyntaxNode | null
          const name = String((node['name'] as SyntaxNode)['name'])
          return spoken.has(name) && value?.type === 'Literal' && word.test(String(value['value']))
        })
        .map(node => `${file.path}: ${String((node['value'] as SyntaxNode)['value'])}`),
    )
    expect(found).toEqual([])
  })
})

const shape = (texts: object): readonly string[] => flatten(texts).map(([key, text]) => `${key} ${places(text)}`)

describe('texts of the main process', () => {
  const desk = JSON.parse(readProjectFile('resources/texts/desk.json')) as Readonly<Record<string, object>>
  const [chineseDesk, englishDesk] = [desk['zh-CN'] ?? {}, desk['en'] ?? {}]
  const main = filesBelow('src-main/electron', /\.ts$/).map(readSource)

  it('have the same keys and places in both languages', () => {
    expect(shape(chineseDesk)).toEqual(shape(englishDesk))
    expect(Object.keys(desk)).toEqual(['zh-CN', 'en'])
  })

  it('are each used, and stand in the catalogue only', () => {
    const asked = [...main, ...filesBelow('src-main/api', /\.ts$/).map(readSource)]
    const literals = new Set(asked.flatMap(file => file.find(node => node.type === 'Literal')).map(n => n['value']))
    expect(Object.keys(chineseDesk).filter(key => !literals.has(key))).toEqual([])
    const found = main.flatMap(file =>
      file
        .find(
          node =>
            (node.type === 'Literal' && chinese.test(String(node['value']))) ||
            (node.type === 'TemplateElement' && chinese.test((node['value'] as { raw: string }).raw)),
        )
        .map(node => `${file.path}: ${JSON.stringify(node['value'])}`),
    )
    expect(found).toEqual([])
  })
})
