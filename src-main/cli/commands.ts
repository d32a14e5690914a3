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
}
