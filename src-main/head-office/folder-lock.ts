import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Holds the folder of a database for this process; two at once would destroy it. Answers what lets it go. A lock whose
 * process is gone is taken over; one of this very process counts as gone.
 */
export const lockFolder = (folder: string): (() => void) => {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'head-office.pid')
  const take = (): void => writeFileSync(path, String(process.pid), { flag: 'wx' })
  try {
    take()
  } catch (cause) {
    const holder = Number(readFileSync(path, 'utf8'))
    if (holder !== process.pid && Number.isInteger(holder) && isRunning(holder))
      throw new Error(
        `${folder} is in use by process ${holder}: end that head office first, or use PostgreSQL, which serves several at once`,
        { cause },
      )
    rmSync(path, { force: true })
    take()
  }
  return () => rmSync(path, { force: true })
}
