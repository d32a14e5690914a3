import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packHash } from '../../../src-main/domain/evidence/frozen-pack.ts'
import { QuestionnairePack } from '../../../src-main/model/questionnaire-pack.ts'
import { SuitabilityPack } from '../../../src-main/model/suitability-pack.ts'
import { sha256 } from '../../helpers/evidence.ts'
import { readPackJson } from '../../helpers/rule-packs.ts'

const folder = (kind: string): URL => new URL(`../../../resources/rule-packs/${kind}/`, import.meta.url)
const written = JSON.parse(
  readFileSync(new URL('../../fixtures/shipped-packs.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>

// Evidence rests on these texts for twenty years: a changed pack is a new file with a new version and a new line here.
describe.each([
  ['suitability', SuitabilityPack],
  ['questionnaires', QuestionnairePack],
] as const)('the %s packs that ship', (kind, schema) => {
  const names = readdirSync(folder(kind)).filter(name => name.endsWith('.json') && !name.endsWith('.schema.json'))

  it('are all written down', () => {
    const known = Object.keys(written).filter(line => line.startsWith(`${kind} `))
    expect(known.toSorted()).toEqual(names.map(name => `${kind} ${name.replace('.json', '')}`).toSorted())
  })

  it.each(names)('%s keeps its version and its text', name => {
    const pack = schema.parse(readPackJson(`${kind}/${name}`))
    expect(`${pack.version}.json`).toBe(name)
    expect(packHash(pack, sha256)).toBe(written[`${kind} ${pack.version}`])
  })
})
