import type { ImportContext } from '../../src-main/domain/import/import-context.ts'
import { ImportPack } from '../../src-main/model/import/import-pack.ts'
import { readProjectFile } from './source-file.ts'

export const importPack = (): ImportPack =>
  ImportPack.parse(JSON.parse(readProjectFile('resources/import/headers.json')))

/** A book of two clients and one product. */
export const knownBook = (givenClient: string | null = null): ImportContext => ({
  pack: importPack(),
  professionals: { evidenceWithoutEnd: ['A'] },
  givenClient,
  clientId: text => ({ C1: 'C1', '00012': '00012', '12': '00012' })[text] ?? null,
  clientIdByName: name => (name === '陆知远' ? 'C1' : null),
  client: () => null,
  hasAccount: () => false,
  hasProduct: code => code === '000001',
  codeByName: name => (name === '示例成长混合' ? '000001' : null),
})

export const importedAt = '2026-11-23T08:00:00.000Z'
