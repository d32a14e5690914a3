import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { firstMissing } from '../../../src-main/bootstrap/dependencies.mjs'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

it('names the first package that is not there, and none for another platform', () => {
  using folder = temporaryFolder()
  const packages = {
    '': { name: 'root' },
    'node_modules/here': { version: '1.0.0' },
    'node_modules/for-another-platform': { version: '1.0.0', optional: true },
    'node_modules/gone': { version: '1.0.0' },
  }
  writeFileSync(join(folder.path, 'package-lock.json'), JSON.stringify({ packages }))
  const install = (name: string): void => {
    mkdirSync(join(folder.path, 'node_modules', name), { recursive: true })
    writeFileSync(join(folder.path, 'node_modules', name, 'package.json'), '{}')
  }
  install('here')
  expect(firstMissing(folder.path)).toBe('node_modules/gone')
  install('gone')
  expect(firstMissing(folder.path)).toBeUndefined()
})
