import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hasSmallBook } from '../../../src-main/electron/small-book.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

it('knows a small book from a large one and from none, which a first sync may make large', () => {
  using folder = temporaryFolder()
  const book = join(folder.path, 'book.db')
  expect(hasSmallBook(folder.path)).toBe(false)
  writeFileSync(book, '')
  truncateSync(book, 124 * 2 ** 20)
  expect(hasSmallBook(folder.path)).toBe(true)
  truncateSync(book, 300 * 2 ** 20)
  expect(hasSmallBook(folder.path)).toBe(false)
})
