import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectRoot } from '../helpers/project-root.ts'

const ask = (before: string): boolean =>
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `${before}; const asked = {} instanceof FormData; console.log(process.moduleLoadList.some(name => name.endsWith('undici/undici')))`,
    ],
    { encoding: 'utf8' },
  ).trim() === 'true'

// The codec of the port asks of every message whether it is FormData; Node loaded its whole HTTP client to answer the first one.
it('a message is asked whether it is an upload without the HTTP client being loaded', () => {
  expect(ask('')).toBe(true)
  expect(ask(`await import(${JSON.stringify(join(projectRoot, 'src-main/electron/no-uploads.ts'))})`)).toBe(false)
})
