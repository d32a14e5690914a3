import type { DemoOffice } from '../services/ports/opening.ts'
import { spawnDemoHeadOffice, type SpawnedHeadOffice } from './spawn.ts'

/** The fictional head office, started when it is first needed and ended with the engine. */
export const demoOffice = (): DemoOffice => {
  let started: Promise<SpawnedHeadOffice> | null = null
  let isAdvanced = false
  return {
    start: async () => {
      started ??= spawnDemoHeadOffice()
      const { url, code } = await started
      return { url, code }
    },
    advance: async () => {
      if (started === null || isAdvanced) return
      isAdvanced = true
      await (await started).advanceDay()
    },
    close: async () => {
      if (started !== null) await (await started).close()
      started = null
    },
  }
}
