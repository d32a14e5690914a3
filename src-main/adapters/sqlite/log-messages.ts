export interface LogThreadOptions {
  readonly path: string
  /** Wiped by the thread when its connection has it. */
  readonly key: Uint8Array
}

export type ToLogThread = 'move' | 'end'
