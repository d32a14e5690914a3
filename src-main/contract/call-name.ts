/** A call with its input, as the name of its answer. */
export const callName = (path: readonly string[], input: unknown): string =>
  `${path.join('.')} ${JSON.stringify(input)}`
