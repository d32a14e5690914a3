import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { FundConclusionsPack } from '../../../../src-main/model/fund-conclusions-pack.ts'
import { AccountConclusionsPack } from '../../../../src-main/model/account-conclusions-pack.ts'
import { projectRoot } from '../../../helpers/project-root.ts'
import { conclusions } from '../../../helpers/fund-input.ts'
import { conclusionsPack } from '../../../helpers/account-input.ts'

const folder = join(projectRoot, 'src-main', 'domain', 'diagnosis')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'))

/** Where names of a list are joined and counted, which is no sentence. */
const JOINS_NAMES = 'account/phrases.ts'

it('no sentence of a diagnosis is written in code: all of them come from dated packs', () => {
  const found = files
    .filter(name => name !== JOINS_NAMES)
    .flatMap(name => {
      const code = readFileSync(join(folder, name), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
      return [...code.matchAll(/['"`][^'"`\n]*\p{Script=Han}{2,}[^'"`\n]*['"`]/gu)].map(m => `${name}: ${m[0]}`)
    })
  expect(files.length).toBeGreaterThan(50)
  expect(found).toEqual([])
})

it('the packs are dated, and every strength and risk names the figure that it rests on', () => {
  for (const pack of [conclusions, conclusionsPack()]) expect(pack.effectiveOn).toMatch(/^\d{4}-\d\d-\d\d$/)
  for (const rule of [...conclusions.strengths, ...conclusions.risks]) {
    expect(rule.figures.length, rule.id).toBeGreaterThan(0)
    expect(rule.when.length, rule.id).toBeGreaterThan(0)
  }
})

it('no sentence says buy or promises anything', () => {
  const text = JSON.stringify([FundConclusionsPack.parse(conclusions), AccountConclusionsPack.parse(conclusionsPack())])
  expect(text).not.toMatch(/(?:建议|请|推荐|立即)买入|抄底|稳赚|保本|保证收益|\bbuy\b/i)
})
