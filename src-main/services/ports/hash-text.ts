/** SHA-256 of the bytes of the parts, one after another, texts in UTF-8, as 64 lower-case hex digits. */
export type HashText = (...parts: readonly (string | Uint8Array)[]) => string
