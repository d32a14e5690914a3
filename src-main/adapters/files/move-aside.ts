import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'

/** Moves those of the files that are there to a dated folder beside them; answers the folder. */
export const moveAside = (home: string, files: readonly string[], at: string): string => {
  const folder = join(home, `damaged-${at.replace(/[^0-9]/g, '').slice(0, 14)}`)
  mkdirSync(folder, { mode: 0o700 })
  for (const file of files) if (existsSync(join(home, file))) renameSync(join(home, file), join(folder, file))
  return folder
}
