const DIGITS = 8

/** Eight decimal digits from a random id (hex digits; 122 random bits): what a client types to open a link. */
export const accessCode = (randomId: string): string => {
  const hex = randomId.replaceAll(/[^0-9a-f]/gi, '')
  const value = hex === '' ? 0n : BigInt(`0x${hex}`)
  return String(value % 10n ** BigInt(DIGITS)).padStart(DIGITS, '0')
}
