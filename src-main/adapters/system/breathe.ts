/** Gives way to whatever else waits in this process. */
export const breathe = (): Promise<void> =>
  new Promise(resolve => {
    setImmediate(resolve)
  })
