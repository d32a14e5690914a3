import { join } from 'node:path'
import { build } from 'vite'

/** One file of plain JavaScript from a module of the tests: it starts in a tenth of the time. */
export const bundled = async (entry: string, folder: string): Promise<string> => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      target: 'node24',
      rollupOptions: { output: { entryFileNames: 'engine.mjs' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  })
  return join(folder, 'engine.mjs')
}
