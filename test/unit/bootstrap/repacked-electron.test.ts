import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { repack, verify } from '../../../src-main/bootstrap/repacked-electron.mjs'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

it('deletes a tarball with a wrong checksum and names both checksums', async () => {
  using folder = temporaryFolder()
  const tarball = join(folder.path, 'electron.tgz')
  writeFileSync(tarball, 'changed on the way')
  const found = `sha512-${createHash('sha512').update('changed on the way').digest('base64')}`
  const message = await verify(tarball).then(
    () => 'accepted',
    (error: Error) => error.message,
  )
  for (const part of ['wrong checksum of electron.tgz', repack.integrity, found]) expect(message).toContain(part)
  expect(existsSync(tarball)).toBe(false)
})

it('accepts a tarball with the right checksum', async () => {
  using folder = temporaryFolder()
  const tarball = join(folder.path, 'electron.tgz')
  writeFileSync(tarball, 'as published')
  const integrity = `sha512-${createHash('sha512').update('as published').digest('base64')}`
  await verify(tarball, { ...repack, integrity })
  expect(existsSync(tarball)).toBe(true)
})
