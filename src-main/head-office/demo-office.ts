import type { DemoOffice } from '../services/ports/opening.ts'
import { spawnDemoHeadOffice, type SpawnedHeadOffice } from './spawn.ts'

/** The fictional head office, started when it is first needed and ended with the engine. */
export const demoOffice = (
  spawn: () => Promise<SpawnedHeadOffice> = () => spawnDemoHeadOffice({ givesWay: true }),
): DemoOffice => {
  let started: Promise<SpawnedHeadOffice> | null = null
  let isAdvanced = false

  const running = async (): Promise<SpawnedHeadOffice> => {
    const known = await started
    if (known?.alive() === true) return known
    isAdvanced = false
    started = spawn()
    // A failed start is tried again by the next caller
    started.catch(() => {
      started = null
    })
    return started
  }
  return {
    // Codes are good once and for minutes, so every start asks for a new one
    start: async () => {
      const office = await running()
      return { url: office.url, code: await office.enrolCode() }
    },
    advance: async () => {
      const office = await started
      if (office === null || isAdvanced) return
      isAdvanced = true
      await office.advanceDay()
    },
    close: async () => {
      const office = await started
      started = null
      await office?.close()
    },
  }
}
