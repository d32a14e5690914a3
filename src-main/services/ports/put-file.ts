/** Writes a file that only the user may read, under a name that is safe on every system; gives its path. */
export type PutFile = (folder: string, name: string, bytes: Uint8Array) => Promise<string>
