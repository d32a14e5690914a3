/** At most `count` at once, in the order of asking; the answer gives the slot back. */
export const slots = (count: number): (() => Promise<() => void>) => {
  let free = count
  const waiting: (() => void)[] = []
  const release = (): void => {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  }
  return async () => {
    if (free > 0) free -= 1
    else {
      const turn = Promise.withResolvers<void>()
      waiting.push(() => turn.resolve())
      await turn.promise
    }
    let given = false
    return () => {
      if (!given) release()
      given = true
    }
  }
}
