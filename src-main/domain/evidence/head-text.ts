/** The bytes that the signature of a chain's head covers; the device's own key binds it to the install. */
export const headText = (head: { readonly count: number; readonly hash: string; readonly at: string }): string =>
  `evidence-head\n${head.count}\n${head.hash}\n${head.at}`
