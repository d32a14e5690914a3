import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { AppError } from '../../model/app-error.ts'
import { PendingRestore, VaultRecord } from '../../model/vault-record.ts'
import type { RestoreNote, VaultFile } from '../../services/ports/vault-ports.ts'
import { atomicWrite, syncFolder } from './atomic-write.ts'

const parsed = <T>(path: string, schema: z.ZodType<T>): T => {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    throw new AppError('databaseCorrupt', 'the key file is damaged', {
      where: path,
      hint: 'restore a backup, or move the folder aside and sync again',
      cause,
    })
  }
}

const written = (path: string, content: unknown): void => {
  try {
    atomicWrite(path, `${JSON.stringify(content, null, 1)}\n`)
  } catch (cause) {
    throw new AppError('folderNotWritable', 'cannot write the key file', {
      where: path,
      hint: 'choose another folder or give this account the right to write',
      cause,
    })
  }
}

/** `vault.json` beside the database: the sealed key and the count of wrong passcodes. */
export const keyFile = (path: string): VaultFile => ({
  read: () => (existsSync(path) ? parsed(path, VaultRecord) : null),
  keepAside(at) {
    const aside = `${path}.aside-${at.replaceAll(/[:.]/g, '-')}`
    if (existsSync(path) && !existsSync(aside)) atomicWrite(aside, readFileSync(path, 'utf8'))
  },
  write: record => written(path, record),
})

/** `vault.json.restore` beside it, while a restore is on its way. */
export const restoreNote = (path: string): RestoreNote => ({
  exists: () => existsSync(path),
  read: () => (existsSync(path) ? parsed(path, PendingRestore) : null),
  write: pending => written(path, pending),
  clear() {
    rmSync(path, { force: true })
    syncFolder(dirname(path))
  },
})
