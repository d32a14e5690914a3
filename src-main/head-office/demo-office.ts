import { spawnDemoHeadOffice, type SpawnedHeadOffice } from './spawn.ts'
import type { DemoOffice } from '../services/ports/opening.ts'

/** The fictional head office, started when it is first needed and ended with the engine. */
export const demoOffice = (): DemoOffice => {
  let started: Promise<SpawnedHeadOffice> | null = null
  return {
    start: async () => {
      started ??= spawnDemoHeadOffice()
      const { url, code } = await started
      return { url, code }
    },
    advance: async () => {
      if (started !== null) await (await started).advanceDay()
    },
    close: async () => {
      if (started !== null) await (await started).close()
      started = null
    },
  }
}
