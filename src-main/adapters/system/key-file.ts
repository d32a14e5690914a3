import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { AppError } from '../../model/app-error.ts'
import { VaultRecord } from '../../model/vault-record.ts'
import type { VaultFile } from '../../services/ports/vault-ports.ts'
import { atomicWrite } from './atomic-write.ts'

const parsed = (path: string): VaultRecord => {
  try {
    return VaultRecord.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    throw new AppError('databaseCorrupt', 'the key file is damaged', {
      where: path,
      hint: 'restore a backup, or move the folder aside and sync again',
      cause,
    })
  }
}

/** `vault.json` beside the database: the sealed key and the count of wrong passcodes. */
export const keyFile = (path: string): VaultFile => ({
  read: () => (existsSync(path) ? parsed(path) : null),
  keepAside(at) {
    if (existsSync(path)) copyFileSync(path, `${path}.aside-${at.replaceAll(/[:.]/g, '-')}`)
  },
  write(record) {
    try {
      atomicWrite(path, `${JSON.stringify(record, null, 1)}\n`)
    } catch (cause) {
      throw new AppError('folderNotWritable', 'cannot write the key file', {
        where: path,
        hint: 'choose another folder or give this account the right to write',
        cause,
      })
    }
  },
})
