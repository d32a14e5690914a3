import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadRules } from '../../src-main/engine/load-rules.ts'
import { openedBooks } from '../helpers/opened-book.ts'
import { projectRoot } from '../helpers/project-root.ts'

const open = openedBooks()

it('a pack is read once, by the rules that ship and by those of an opened book', async () => {
  const shipped = loadRules(join(projectRoot, 'resources'))
  const copy = Object.defineProperties({}, Object.getOwnPropertyDescriptors(shipped)) as typeof shipped
  expect(copy.wording).toBe(shipped.wording)
  const { workspace } = await open()
  expect(workspace.rules.wording).toBe(workspace.rules.wording)
  expect(workspace.rules.account).toBe(workspace.rules.account)
})
