const canonical = (value: unknown): string | undefined => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`${value} has no canonical form`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(item => canonical(item) ?? 'null').join(',')}]`
  if (typeof value !== 'object') return undefined
  const members: string[] = []
  for (const [key, member] of Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const text = canonical(member)
    if (text !== undefined) members.push(`${JSON.stringify(key)}:${text}`)
  }
  return `{${members.join(',')}}`
}

/**
 * JSON with keys sorted by UTF-16 units and no white space, so that equal values give equal bytes (RFC 8785).
 * Members that are undefined are left out. Throws RangeError for NaN and infinities, TypeError for no value at all.
 */
export const canonicalJson = (value: unknown): string => {
  const text = canonical(value)
  if (text === undefined) throw new TypeError(`a ${typeof value} has no canonical form`)
  return text
}
