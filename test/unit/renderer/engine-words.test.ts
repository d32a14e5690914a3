import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseRow } from '../../../src-main/model/parse-row.ts'
import { hintKey } from '../../../src-renderer/i18n/hint-key.ts'
import { rejectReason } from '../../../src-renderer/state/reject-reason.ts'
import en from '../../../src-renderer/i18n/en.json' with { type: 'json' }
import zh from '../../../src-renderer/i18n/zh-CN.json' with { type: 'json' }
import { projectRoot } from '../../helpers/project-root.ts'
import { sampleRow } from '../../helpers/sample-rows.ts'

/** What the engine tells people to do: literals after `hint:`, and the third word of a file that is unreadable. */
const hintsOf = (source: string): string[] => [
  ...Array.from(source.matchAll(/hint: (?:'([^'\n]+)'|"([^"\n]+)"|`([^`\n]+)`)/g), m => m[1] ?? m[2] ?? m[3] ?? ''),
  ...Array.from(source.matchAll(/unreadable\(\s*'[^']+',\s*[^'\n]+?,\s*'([^']+)'/g), m => m[1] ?? ''),
]

describe('what the engine says', () => {
  it('to do has its words in both languages', () => {
    const files = globSync('src-main/**/*.ts', { cwd: projectRoot }).filter(
      file => !/src-main.(?:cli|head-office|bootstrap)/.test(file),
    )
    const hints = files.flatMap(file => hintsOf(readFileSync(join(projectRoot, file), 'utf8')))
    expect(hints.length).toBeGreaterThan(80)
    const lacking = (catalogue: Readonly<Record<string, string>>): string[] =>
      [...new Set(hints)].filter(hint => !(hintKey(hint.replaceAll(/\$\{\w+\}/g, '0')).key in catalogue))
    expect(lacking(zh.hint)).toEqual([])
    expect(lacking(en.hint)).toEqual([])
  })

  it('of a row that was put aside is named by the catalogue, whatever is wrong with it', () => {
    const trade = sampleRow('trades')
    const faulty = [
      { ...trade, amount: 'many' },
      { ...trade, side: 'nothing' },
      { ...trade, date: '2026-02-31x' },
      { ...trade, units: 1.5 },
      { ...trade, clientId: '' },
      { ...trade, id: 'x'.repeat(500) },
      null,
    ]
    const codes = faulty.map(row => {
      const parsed = parseRow('trades', row)
      if (parsed.kind !== 'invalid') throw new Error(`${JSON.stringify(row)} passed`)
      return rejectReason(parsed.reason.replace(/^[\w.]+: (?=[A-Z])/, '')).code
    })
    expect(codes).not.toContain('other')
    for (const code of codes) expect(zh.rejectReason).toHaveProperty(code)
  })
})
