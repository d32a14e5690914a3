import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { openStore } from '../../src-main/adapters/sqlite/open-store.ts'
import { testKey } from './test-key.ts'
import type { Store } from '../../src-main/services/ports/store.ts'

/** A real encrypted database in a new folder; both are gone after the test. */
export const tempStores = (): (() => { readonly store: Store; readonly path: string }) => {
  const made: { readonly store: Store; readonly folder: string }[] = []
  afterEach(() => {
    for (const { store, folder } of made.splice(0)) {
      store.close()
      rmSync(folder, { recursive: true })
    }
  })
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'advisor-store-'))
    const path = join(folder, 'book.db')
    const store = openStore({ path, rawKey: testKey })
    made.push({ store, folder })
    return { store, path }
  }
}
