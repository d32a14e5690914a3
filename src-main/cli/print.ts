import type { Io } from './io.ts'

/** Exactly one JSON value on stdout. */
export const printJson = (io: Io, value: unknown): void => {
  io.stdout.write(`${JSON.stringify(value)}\n`)
}

/** Columns under a head, figures as they come. */
export const printTable = (io: Io, head: readonly string[], rows: readonly (readonly string[])[]): void => {
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map(row => (row[i] ?? '').length)))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd()
  io.stdout.write(`${[head, ...rows].map(line).join('\n')}\n`)
}
