import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

const program = `
import { getPriority } from 'node:os'
const { stepBack } = await import(process.argv[1])
const seen = [getPriority()]
for (const wanted of [true, true, false]) {
  stepBack(wanted)
  seen.push(getPriority())
}
console.log(JSON.stringify(seen))
`

test('a process goes behind once, and comes back where the system lets it', () => {
  const url = new URL('../../../src-main/adapters/system/step-back.ts', import.meta.url).href
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program, url], { encoding: 'utf8' })
  const [first = 0, back, again, end] = JSON.parse(said) as readonly number[]
  expect(again).toBe(back)
  expect([5, Math.max(first, 5)]).toContain(back)
  expect([0, back]).toContain(end)
})
