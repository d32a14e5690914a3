/** Pages of ten funds take a second to print; the first start of a browser on a slow disk takes some. */
export const ANSWER_MS = 30_000

/** What was asked did not answer in time. */
export class HungError extends Error {}

/** The answer of `work`, or a `HungError` after so many milliseconds. */
export const within = async <T>(ms: number, what: string, work: Promise<T>): Promise<T> => {
  const timer = Promise.withResolvers<never>()
  const handle = setTimeout(() => timer.reject(new HungError(`no answer of ${what} within ${ms} ms`)), ms)
  try {
    return await Promise.race([work, timer.promise])
  } finally {
    clearTimeout(handle)
  }
}
