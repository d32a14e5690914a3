import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sayOf } from '../../../../src-main/domain/report/blocks/say.ts'
import { projectRoot } from '../../../helpers/project-root.ts'
import { reportPack } from '../../../helpers/report-fixtures.ts'

const folder = join(projectRoot, 'src-main/domain/report')
const sources = [
  ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)),
  join(projectRoot, 'src-main/services/reports/report-setup.ts'),
]
  .filter(path => path.endsWith('.ts'))
  .map(path => ({ path, text: readFileSync(path, 'utf8') }))
const code = sources.map(each => each.text).join('\n')
const chapters = Object.keys(reportPack.texts)
const keys = chapters.flatMap(chapter => Object.keys(reportPack.texts[chapter] ?? {}).map(name => `${chapter}.${name}`))
const blanks = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted()

describe('the texts of reports', () => {
  it('are in the pack wherever the code says one, and each of them is said', () => {
    const said = new Set(
      [...code.matchAll(/'(\w+\.\w+)'/g)].flatMap(([, key = '']) =>
        chapters.includes(key.split('.')[0] ?? '') ? [key] : [],
      ),
    )
    // the figures of two versions are named by their ids
    const digest = new Set(Object.keys(reportPack.texts['digest'] ?? {}).map(name => `digest.${name}`))
    expect([...said].filter(key => !keys.includes(key))).toEqual([])
    expect(keys.filter(key => !said.has(key) && !digest.has(key))).toEqual([])
    expect(keys.length).toBeGreaterThan(500)
  })

  it('have the same blanks in both languages, and Chinese in the Chinese one only', () => {
    const texts = chapters.flatMap(chapter => Object.values(reportPack.texts[chapter] ?? {}))
    expect(texts.filter(({ zh, en }) => blanks(zh).join() !== blanks(en).join())).toEqual([])
    expect(texts.filter(({ en }) => /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(en))).toEqual([])
  })

  it('stand nowhere in the code', () => {
    const lines = sources.flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter(line => /['"`][^'"`]*[\u4e00-\u9fff]/.test(line.replace(/\/\*\*.*\*\/|\/\/.*/, '')))
        .map(line => `${path.slice(folder.length + 1)}: ${line.trim()}`),
    )
    // units of sums are read here, not said
    expect(lines.filter(line => !/^blocks\/measure\.ts|^account\/cover\.ts: .*万元/.test(line))).toEqual([])
  })

  it('throw for a name that the pack does not have, and for a blank without a value', () => {
    const say = sayOf({ locale: 'en', pack: reportPack })
    expect(say('document.pageOf', { page: 3, of: 12 })).toBe('Page 3 of 12')
    expect(() => say('document.nothing')).toThrow('no text "document.nothing"')
    expect(() => say('document.pageOf', { page: 3 })).toThrow('{of}')
  })
})
