import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyDemoHome } from '../helpers/demo-home.ts'
import { projectRoot } from '../helpers/project-root.ts'
import { machine, median, type BenchResult } from './bench-result.ts'
import { markedAt, processTree, startElectron, type ElectronRun } from './electron-run.ts'
import { walkScreens } from './navigate.ts'

const bare = join(import.meta.dirname, 'bare-window.mjs')
const RUNS = 3

/** Megabytes of all processes, pages that several share counted once between them. */
const megabytes = ({ pid }: ElectronRun): number =>
  processTree(pid).reduce((sum, each) => {
    const pss = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${each}/smaps_rollup`, 'utf8'))?.[1]
    return sum + Number(pss) / 1024
  }, 0)

/** All processes after a walk over every screen, against one bare Electron window. */
export const windowMemory = async (): Promise<BenchResult> => {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-memory-'))
  const home = join(folder, 'home')
  try {
    await copyDemoHome(folder, home)
    const ours: number[] = []
    const reference: number[] = []
    for (let i = 0; i < RUNS; i++) {
      {
        await using run = await startElectron(projectRoot, home)
        await walkScreens(run.page)
        ours.push(megabytes(run))
      }
      await using run = await startElectron(bare, join(folder, 'bare'))
      await markedAt(run.page, 'bare')
      reference.push(megabytes(run))
    }
    const [value, against] = [median(ours), median(reference)]
    return {
      name: 'memory',
      value,
      unit: 'MB',
      reference: against,
      ratio: value / against,
      runs: RUNS,
      machine: machine(),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
