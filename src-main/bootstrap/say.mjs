/** A set-up problem that the reader can solve: printed without a stack trace. */
export class SetUpError extends Error {}

export const say = text => process.stderr.write(`[setup] ${text}\n`)

/** @returns {Promise<never>} */
export function fail(error) {
  const text = error instanceof SetUpError ? error.message : (error?.stack ?? String(error))
  process.stderr.write(`[setup] STOPPED: ${text}\n`)
  process.exit(1)
}
