/** SHA-256 of the UTF-8 bytes of the texts, one after another, as 64 lower-case hex digits. */
export type HashText = (...texts: readonly string[]) => string
