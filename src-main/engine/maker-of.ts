import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/**
 * Names the code and the rule packs that compute answers. A built file carries the digest of its content in its name;
 * sources carry none, so what runs from them shares its answers with no other run.
 */
export const makerOf = (code: string, resources: string): string => {
  if (code.endsWith('.ts')) return randomUUID()
  const sum = createHash('sha256').update(basename(code))
  const folder = join(resources, 'rule-packs')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const paths = files.map(file => join(file.parentPath, file.name)).toSorted()
  for (const path of paths) sum.update(readFileSync(path))
  return sum.digest('hex')
}
