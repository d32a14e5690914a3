import { build, preview, type InlineConfig } from 'vite'
import config from '../../electron.vite.config.ts'
import { projectRoot } from './project-root.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface DevelopmentPages extends AsyncDisposable {
  readonly url: string
}

/** The window's pages as development has them, with what only development shows, on a port of this computer. */
export async function serveDevelopmentPages(): Promise<DevelopmentPages> {
  const folder = temporaryFolder()
  const { renderer } = config as { readonly renderer: InlineConfig }
  const common: InlineConfig = {
    ...renderer,
    configFile: false,
    mode: 'development',
    root: `${projectRoot}/src-renderer`,
    logLevel: 'error',
    build: { outDir: folder.path, assetsInlineLimit: 0, minify: false },
  }
  await build(common)
  const server = await preview({ ...common, preview: { host: 'localhost', port: 0 } })
  const url = server.resolvedUrls?.local[0]
  if (url === undefined) throw new Error('the pages of development have no address')
  return {
    url: url.replace(/\/$/, ''),
    [Symbol.asyncDispose]: async () => {
      await server.close()
      folder[Symbol.dispose]()
    },
  }
}
