import type { SyncProgress } from '../../contract/sync.ts'

/** Tells the screens what went stale: at once for the advisor's own work, tier by tier while a sync pours pages in, at its end for other long work. */
export class ChangeFeed {
  readonly #tell: (tables: ReadonlySet<string>) => void
  readonly #held = new Set<string>()
  #isSyncing = false
  #tierReady = 0
  /** Pieces of work that write in many steps. */
  #holding = 0

  constructor(tell: (tables: ReadonlySet<string>) => void) {
    this.#tell = tell
  }

  changed(tables: ReadonlySet<string>): void {
    if (!this.#isSyncing && this.#holding === 0) return this.#tell(tables)
    for (const table of tables) this.#held.add(table)
  }

  progressed(progress: SyncProgress): void {
    const isTierDone = progress.tierReady !== this.#tierReady
    this.#isSyncing = progress.state === 'running'
    this.#tierReady = progress.tierReady
    if (isTierDone || !this.#isSyncing) this.#flush()
  }

  /** Says nothing more until the answer is called, once. */
  hold(): () => void {
    this.#holding++
    let isHeld = true
    return () => {
      if (!isHeld) return
      isHeld = false
      this.#holding--
      if (this.#holding === 0) this.#flush()
    }
  }

  #flush(): void {
    if (this.#held.size === 0) return
    const tables = new Set(this.#held)
    this.#held.clear()
    this.#tell(tables)
  }
}
