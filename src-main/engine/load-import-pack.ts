import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ImportPack } from '../model/import/import-pack.ts'

/** Header names and words of the exports that are known. */
export const loadImportPack = (resources: string): ImportPack =>
  ImportPack.parse(JSON.parse(readFileSync(join(resources, 'import/headers.json'), 'utf8')))
