import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Holds the synced demo book that the files of this run share; made by the first that asks. */
    demoFolder: string
  }
}

let folder = ''

export const setup = (project: TestProject): void => {
  folder = mkdtempSync(join(tmpdir(), 'advisor-e2e-'))
  project.provide('demoFolder', folder)
}

export const teardown = (): void => rmSync(folder, { recursive: true, force: true })
