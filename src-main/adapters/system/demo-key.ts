import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const KEY_BYTES = 32

/** The key of the demo book lies beside it, readable by the user only: that book holds nothing but fiction. */
export const demoKey = (home: string) => {
  const file = join(home, 'demo-key')
  return {
    exists: (): boolean => existsSync(file),
    make: (): Uint8Array => {
      const key = randomBytes(KEY_BYTES)
      writeFileSync(file, key, { mode: 0o600, flag: 'wx' })
      return key
    },
    read: (): Uint8Array => readFileSync(file),
  }
}
