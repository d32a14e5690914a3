/** An expected failure: printed as one line (what, where, what to do), exit 1. */
export class ClearError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ClearError'
  }
}

/** The command line itself is wrong: printed with the usage, exit 2. */
export class UsageError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'UsageError'
  }
}
