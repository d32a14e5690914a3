import type { BackupHeader } from '../../model/backup-header.ts'

export interface BackupFiles {
  /** Writes header and database into a new file, durable when it returns; `bytes` is filled in. */
  pack(target: string, header: Omit<BackupHeader, 'bytes'>, database: string): Promise<void>
  /** Reads the header and proves the checksum of the whole file: `backupDamaged` or `backupNewer` otherwise. */
  inspect(source: string): Promise<BackupHeader>
  /** Writes the database of an inspected backup to a new file. */
  extract(source: string, target: string): Promise<void>
  exists(path: string): boolean
  remove(path: string): void
  /** Durable when it returns. */
  rename(from: string, to: string): void
}
