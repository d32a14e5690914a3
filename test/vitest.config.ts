import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = join(import.meta.dirname, '..')

const project = (name: string, include: readonly string[], seconds: number, fileParallelism = true) => ({
  extends: true as const,
  test: { name, include: [...include], testTimeout: seconds * 1000, hookTimeout: seconds * 1000, fileParallelism },
})

const windows = (of: ReturnType<typeof project>) => ({
  ...of,
  test: { ...of.test, globalSetup: ['test/helpers/e2e-setup.ts'], setupFiles: ['test/helpers/own-display.ts'] },
})

export default defineConfig({
  root,
  // the renderer's own cache of the same tool stays apart
  cacheDir: join(root, 'node_modules', '.cache', 'vitest'),
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    environment: 'node',
    maxWorkers: 2,
    // a condition is waited for as long as a window on a busy machine may take, not for the second that is the default
    expect: { poll: { timeout: 30_000 } },
    projects: [
      project('architecture', ['test/architecture.test.ts'], 30),
      project('unit', ['test/unit/**/*.test.{ts,tsx}'], 20),
      project('contract', ['test/contract/**/*.test.ts'], 120),
      project('integration', ['test/integration/**/*.test.ts'], 180, false),
      project('regression', ['test/regression/**/*.test.ts'], 120),
      // windows wait more than they compute: two files at a time where there are two displays
      windows(project('e2e', ['test/e2e/**/*.test.ts'], 900, (process.env['ADVISOR_DISPLAYS'] ?? '').includes(','))),
    ],
  },
})
