/** Key of databases that live as long as a test. */
export const testKey = new Uint8Array(32).fill(7)
