import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { verifyResults } from '../../../src-main/bootstrap/results.mjs'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47])

it('is content with two reports, two pictures and a summary', () => {
  using folder = temporaryFolder()
  const write = (name: string, content: string | Buffer): void => writeFileSync(join(folder.path, name), content)
  write('client.pdf', '%PDF-1.7')
  write('matrix.png', png)
  write('client.png', png)
  write('summary.json', '{"rows":1}')
  expect(() => verifyResults(folder.path)).toThrow('1 of 2 sound .pdf files')
  write('fund.pdf', '')
  expect(() => verifyResults(folder.path)).toThrow('1 of 2 sound .pdf files')
  write('fund.pdf', '%PDF-1.7')
  expect(verifyResults(folder.path)).toHaveLength(5)
  write('summary.json', '{}')
  expect(() => verifyResults(folder.path)).toThrow('is empty')
})
