import type { Command } from './io.ts'

interface Entry {
  readonly summary: string
  /** Loaded when called: `calc` never opens the store. */
  readonly load: () => Promise<Command>
}

/** Every command; one file each in `commands/` exporting `command`. */
export const commands: Readonly<Record<string, Entry>> = {
  calc: {
    summary: 'pure calculators: JSON on stdin, JSON on stdout',
    load: async () => (await import('./commands/calc.ts')).command,
  },
  sync: {
    summary: 'one sync with head office',
    load: async () => (await import('./commands/sync.ts')).command,
  },
  segment: {
    summary: 'the 15 cells of the book',
    load: async () => (await import('./commands/segment.ts')).command,
  },
  client: {
    summary: 'one client: segment, fits, holdings',
    load: async () => (await import('./commands/client.ts')).command,
  },
  diagnose: {
    summary: 'the report model of a fund or a client',
    load: async () => (await import('./commands/diagnose.ts')).command,
  },
}
