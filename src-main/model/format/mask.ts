/**
 * Name for anything that leaves the desk: the first and the last character stay, what is between becomes at most
 * three stars: 陆明远 -> 陆*远, 陆远 -> 陆*. An organisation keeps two characters at each end.
 */
export const maskName = (name: string, kind: 'person' | 'organisation' = 'person'): string => {
  const letters = Array.from(name.trim())
  if (letters.length === 0) return '*'
  const keep = kind === 'organisation' && letters.length >= 6 ? 2 : 1
  const head = letters.slice(0, keep).join('')
  if (letters.length <= 2 * keep) return `${head}*`
  const hidden = letters.length - 2 * keep
  return head + '*'.repeat(Math.min(3, hidden)) + letters.slice(-keep).join('')
}

/** Number for anything that leaves the desk: the last four characters, fewer of a short one: L0003107 -> ****3107. */
export const maskTail = (id: string): string => {
  const letters = Array.from(id.trim())
  const keep = Math.min(4, Math.floor(letters.length / 2))
  return `****${keep === 0 ? '' : letters.slice(-keep).join('')}`
}
