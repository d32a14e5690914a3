import type { FundManager } from '../../model/fund.ts'

/** Managers as they were known on a day: who came later is not there yet, who left later is still in charge. */
export const managersOn = (managers: readonly FundManager[], day: string): FundManager[] =>
  managers
    .filter(manager => manager.from <= day)
    .map(manager => (manager.to !== null && manager.to > day ? { ...manager, to: null } : manager))
