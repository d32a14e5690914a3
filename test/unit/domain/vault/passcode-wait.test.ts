import { expect, test } from 'vitest'
import { passcodeWait } from '../../../../src-main/domain/vault/passcode-wait.ts'

test('three wrong passcodes are free, then the wait doubles from 5 seconds up to 15 minutes', () => {
  expect([0, 1, 2, 3, 4, 5, 11, 60].map(failures => passcodeWait(failures, 0))).toEqual([0, 0, 0, 5, 10, 20, 900, 900])
  expect(passcodeWait(4, 4.5)).toBe(6)
  expect(passcodeWait(4, 10)).toBe(0)
  // a clock that was set back does not lengthen the wait
  expect(passcodeWait(4, -1_000_000)).toBe(10)
})
