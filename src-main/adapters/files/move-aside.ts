import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'

/** Moves the database and its logs to a dated folder beside them; answers the folder. */
export const moveAside = (home: string, name: string, at: string): string => {
  const folder = join(home, `damaged-${at.replace(/[^0-9]/g, '').slice(0, 14)}`)
  mkdirSync(folder, { mode: 0o700 })
  for (const file of [name, `${name}-wal`, `${name}-shm`])
    if (existsSync(join(home, file))) renameSync(join(home, file), join(folder, file))
  return folder
}
