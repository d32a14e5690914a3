import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyDemoHome } from '../helpers/demo-home.ts'
import { projectRoot } from '../helpers/project-root.ts'
import { runBench, type BenchResult } from './bench-result.ts'
import { markedAt, startElectron } from './electron-run.ts'

const bare = join(import.meta.dirname, 'bare-window.mjs')

/** Chromium keeps the compiled code of a page that it has met a few times, as it has on every day but the first. */
const STARTS_BEFORE = 2

const seconds = async (entry: string, home: string, marks: readonly string[]): Promise<number> => {
  await using run = await startElectron(entry, home, 'at rest')
  const at = await Promise.all(marks.map(mark => markedAt(run.page, mark)))
  return (Math.max(...at) - run.begun) / 1000
}

/**
 * From the start of the process to the matrix of the 3,000-client book with its side panel on the screen, against a bare
 * Electron window whose empty page has been painted.
 */
export const startCold = async (runs = 5): Promise<BenchResult> => {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-start-'))
  const home = join(folder, 'home')
  try {
    await copyDemoHome(folder, home)
    const ours = (): Promise<number> => seconds(projectRoot, home, ['matrix', 'cell'])
    for (let start = 0; start < STARTS_BEFORE; start++) await ours()
    return await runBench({
      name: 'start-cold',
      unit: 'ms',
      runs,
      toUnit: s => s * 1000,
      ours,
      reference: () => seconds(bare, join(folder, 'bare'), ['bare']),
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
