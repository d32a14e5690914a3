import { describe, expect, it } from 'vitest'
import { engineWords, vagueCodes } from '../../../src-renderer/i18n/engine-words.ts'
import { filesBelow, readProjectFile, readSource, type SourceFile, type SyntaxNode } from '../../helpers/source-file.ts'

const known: Readonly<Record<string, string>> = JSON.parse(readProjectFile('src-renderer/i18n/engine-zh-CN.json'))
// commands print to a terminal and head office to its own log: neither speaks to the window
const engine = filesBelow('src-main', /\.ts$/)
  .filter(path => !/^src-main\/(cli|head-office|bootstrap|electron)\//.test(path))
  .map(readSource)

/** The sentences an argument can be, values as `{}`; null where it is put together elsewhere. */
const sentences = (node: SyntaxNode | undefined): readonly (string | null)[] => {
  if (node?.type === 'Literal') return [String(node['value'])]
  if (node?.type === 'TemplateLiteral')
    return [(node['quasis'] as { value: { cooked: string } }[]).map(q => q.value.cooked).join('{}')]
  if (node?.type === 'ConditionalExpression')
    return [...sentences(node['consequent'] as SyntaxNode), ...sentences(node['alternate'] as SyntaxNode)]
  return [null]
}
const hintOf = (options: SyntaxNode | undefined): SyntaxNode | undefined =>
  ((options?.['properties'] as SyntaxNode[] | undefined) ?? []).find(
    property => (property['key'] as SyntaxNode | undefined)?.['name'] === 'hint',
  )?.['value'] as SyntaxNode | undefined

const everyText = (file: SourceFile): readonly string[] =>
  file
    .find(node => (node.type === 'Literal' && typeof node['value'] === 'string') || node.type === 'TemplateLiteral')
    .flatMap(node => sentences(node))
    .filter(text => text !== null)

/** Words in a row that begin small: what a file says when its errors are put together from a table. */
const isSentence = (text: string): boolean => /^[a-z][a-z]* .* /.test(text) && !text.includes('${')

const spokenIn = (file: SourceFile): readonly string[] => {
  const made = file.find(n => n.type === 'NewExpression' && (n['callee'] as SyntaxNode)['name'] === 'AppError')
  const said = made.flatMap(node => {
    const [code, message, options] = node['arguments'] as SyntaxNode[]
    const hint = hintOf(options)
    const isVague = sentences(code).some(each => each === null || vagueCodes.has(each))
    return [...(isVague ? sentences(message) : []), ...(hint ? sentences(hint) : [])]
  })
  const plain = said.filter(text => text !== null)
  return said.includes(null) ? [...plain, ...everyText(file).filter(isSentence)] : plain
}

const places = (text: string): number => text.split('{}').length

const spoken = new Map(engine.flatMap(file => spokenIn(file).map(text => [text, file.path] as const)))

describe('what the engine says', () => {
  it('is found in its sources', () => {
    expect(spoken.size).toBeGreaterThan(100)
  })

  it('is known in Chinese, every hint and every sentence whose code says too little', () => {
    // SQL of the same files also begins small
    const missing = [...spoken].filter(
      ([text]) => engineWords(text, 'zh-CN') === null && !/^(select|update) /.test(text),
    )
    expect(missing.map(([text, path]) => `${path}: ${text}`)).toEqual([])
  })

  it('is still said: no Chinese sentence is left over', () => {
    const all = new Set(engine.flatMap(everyText))
    expect(Object.keys(known).filter(text => !all.has(text))).toEqual([])
  })

  it('keeps its values in their places', () => {
    expect(engineWords('a comparison takes 2 to 6 funds, not 9', 'zh-CN')).toBe('对比要 2 至 6 只基金，现为 9 只')
    expect(engineWords('try again in 30 seconds', 'zh-CN')).toBe('30 秒后重试')
    expect(engineWords('try again in 30 seconds', 'en')).toBe('try again in 30 seconds')
    expect(engineWords('something nobody ever said', 'zh-CN')).toBeNull()
    expect(Object.entries(known).filter(([english, text]) => places(english) !== places(text))).toEqual([])
  })
})
