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
  report: {
    summary: 'PDFs of a client, a fund, or every client of a cell',
    load: async () => (await import('./commands/report.ts')).command,
  },
  import: {
    summary: 'client book or holdings from CSV, XLSX or ZIP files',
    load: async () => (await import('./commands/import.ts')).command,
  },
  backup: {
    summary: 'encrypted copy of the whole book',
    load: async () => (await import('./commands/backup.ts')).command,
  },
  restore: {
    summary: 'the book of a backup in the place of this one',
    load: async () => (await import('./commands/restore.ts')).command,
  },
  demo: {
    summary: 'the main job unattended on the fictional book',
    load: async () => (await import('./commands/demo.ts')).command,
  },
  check: {
    summary: 'one suitability verdict with its evidence',
    load: async () => (await import('./commands/check.ts')).command,
  },
  verify: {
    summary: 'database and evidence chain, or a signed package; verdicts judged again',
    load: async () => (await import('./commands/verify.ts')).command,
  },
  evidence: {
    summary: 'signed evidence of one client, half-year self-check, key of this install',
    load: async () => (await import('./commands/evidence.ts')).command,
  },
  pack: {
    summary: 'suitability rule packs: list, preview, add, put into force',
    load: async () => (await import('./commands/pack.ts')).command,
  },
  bench: {
    summary: 'benchmarks, each against its reference',
    load: async () => (await import('./commands/bench.ts')).command,
  },
}
