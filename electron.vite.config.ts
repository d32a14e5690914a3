import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { windowFonts } from './src-main/adapters/pdf/window-fonts.ts'

const bundled = ['zod', '@orpc/contract', '@orpc/server', '@orpc/client']

/** Hot reload needs an inline script and a socket; the built page keeps its strict policy. */
const developmentPolicy = {
  name: 'development-policy',
  apply: 'serve' as const,
  transformIndexHtml: (html: string) =>
    html
      .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
      .replace("connect-src 'self'", "connect-src 'self' ws:"),
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: { exclude: bundled },
      rollupOptions: {
        input: {
          main: 'src-main/electron/main.ts',
          engine: 'src-main/electron/engine-start.ts',
          'head-office': 'src-main/head-office/main.ts',
          'log-thread': 'src-main/adapters/sqlite/log-thread.ts',
          'page-thread': 'src-main/adapters/upstream/page-thread.ts',
          'table-thread': 'src-main/adapters/files/table-thread.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: 'src-main/electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    json: { stringify: true },
    plugins: [react(), developmentPolicy, windowFonts(import.meta.dirname)],
    build: {
      outDir: 'out/renderer',
      minify: true,
      // The window's policy allows no data: fonts.
      assetsInlineLimit: 0,
      rollupOptions: {
        input: 'src-renderer/index.html',
        // one file for the first screen: each more is a round trip through the main process while it starts
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
    },
  },
})
