import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makerOf } from '../../src-main/engine/maker-of.ts'
import { keptView } from '../../src-main/services/kept/kept-view.ts'
import { Workspace } from '../../src-main/services/workspace/workspace.ts'
import { openedBooks } from '../helpers/opened-book.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

// Kept answers carried the program's version only, which stayed the same while code and packs changed.
describe('a kept answer', () => {
  const open = openedBooks()
  const clock = { now: () => '2026-11-23T05:00:00.000Z' as never, monotonic: () => 0, wait: () => Promise.resolve() }

  it('counts for the code and the rules that made it, and for nobody else', async () => {
    const { store, workspace } = await open()
    const rules = { ...workspace.rules, segments: workspace.shippedSegments }
    const askedOf = (maker: string): string => {
      const other = new Workspace({ store, rules, clock, demo: false, maker })
      const view = { name: 'sample', depends: null, make: () => `made by ${maker}` }
      const answer = keptView(other, view)
      other.close()
      return answer
    }
    expect(askedOf('one')).toBe('made by one')
    expect(askedOf('two')).toBe('made by two')
    expect(askedOf('two')).toBe('made by two')
    expect(askedOf('one')).toBe('made by one')
  })

  it('has another maker when the built file or any shipped pack is another', () => {
    using folder = temporaryFolder()
    mkdirSync(join(folder.path, 'rule-packs', 'segments'), { recursive: true })
    const pack = join(folder.path, 'rule-packs', 'segments', '2026.json')
    writeFileSync(pack, '{"version":"1"}')
    const first = makerOf('engine-aaaa.js', folder.path)
    expect(makerOf('engine-aaaa.js', folder.path)).toBe(first)
    expect(makerOf('engine-bbbb.js', folder.path)).not.toBe(first)
    writeFileSync(pack, '{"version":"1" }')
    expect(makerOf('engine-aaaa.js', folder.path)).not.toBe(first)
    expect(makerOf('engine.ts', folder.path)).not.toBe(makerOf('engine.ts', folder.path))
  })
})
