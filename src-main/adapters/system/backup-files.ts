import { createHash } from 'node:crypto'
import { createReadStream, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '../../model/app-error.ts'
import { BackupHeader, backupVersion } from '../../model/backup-header.ts'
import type { BackupFiles } from '../../services/ports/backup-files.ts'
import { syncFolder } from './atomic-write.ts'

const headLimit = 16_384
const sumLength = 64

const damaged = (path: string, cause?: unknown): AppError =>
  new AppError('backupDamaged', 'the backup is damaged or is not a backup', {
    where: path,
    hint: 'use another backup; nothing was changed here',
    cause,
  })

/** `<sha256 of all that follows>\n<header>\n<database>` */
export const backupFiles: BackupFiles = {
  async pack(target, header, database) {
    const line = Buffer.from(`${JSON.stringify({ ...header, bytes: statSync(database).size })}\n`)
    const file = await open(target, 'wx', 0o600)
    try {
      const hash = createHash('sha256').update(line)
      await file.write(Buffer.alloc(sumLength, '0'))
      await file.write('\n')
      await file.write(line)
      for await (const chunk of createReadStream(database, { highWaterMark: 1 << 20 })) {
        hash.update(chunk as Buffer)
        await file.write(chunk as Buffer)
      }
      await file.write(Buffer.from(hash.digest('hex')), 0, sumLength, 0)
      await file.sync()
    } finally {
      await file.close()
    }
  },
  async inspect(source) {
    const file = await opened(source)
    try {
      const { sum, header, start } = await readHead(file, source)
      if (header.version > backupVersion)
        throw new AppError('backupNewer', 'the backup was made by a newer program', {
          where: source,
          hint: 'install the newer program; nothing was changed here',
        })
      const full = BackupHeader.safeParse(header)
      if (!full.success) throw damaged(source, full.error)
      if (statSync(source).size !== start + full.data.bytes) throw damaged(source)
      const hash = createHash('sha256')
      for await (const chunk of createReadStream(source, { start: sumLength + 1, highWaterMark: 1 << 20 }))
        hash.update(chunk as Buffer)
      if (hash.digest('hex') !== sum) throw damaged(source)
      return full.data
    } finally {
      await file.close()
    }
  },
  async extract(source, target) {
    const file = await opened(source)
    const { start } = await readHead(file, source)
    await file.close()
    const copy = await open(target, 'wx', 0o600)
    try {
      for await (const chunk of createReadStream(source, { start, highWaterMark: 1 << 20 }))
        await copy.write(chunk as Buffer)
      await copy.sync()
    } finally {
      await copy.close()
    }
  },
  exists: path => existsSync(path),
  remove: path => rmSync(path, { force: true }),
  rename(from, to) {
    renameSync(from, to)
    syncFolder(dirname(to))
  },
}

const opened = async (path: string): Promise<FileHandle> => {
  try {
    return await open(path, 'r')
  } catch (cause) {
    throw new AppError('fileUnreadable', 'the file cannot be read', { where: path, hint: 'check the path', cause })
  }
}

interface Head {
  readonly sum: string
  readonly header: { readonly version: number }
  readonly start: number
}

const readHead = async (file: FileHandle, path: string): Promise<Head> => {
  const head = Buffer.alloc(headLimit)
  const { bytesRead } = await file.read(head, 0, headLimit, 0)
  const end = head.indexOf(10, sumLength + 1)
  if (bytesRead < sumLength || head[sumLength] !== 10 || end < 0) throw damaged(path)
  try {
    const header: unknown = JSON.parse(head.toString('utf8', sumLength + 1, end))
    if (typeof header !== 'object' || header === null || !('version' in header) || typeof header.version !== 'number')
      throw damaged(path)
    return {
      sum: head.toString('latin1', 0, sumLength),
      header: { ...header, version: header.version },
      start: end + 1,
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(path, error)
  }
}
