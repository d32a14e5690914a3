import type { Calculator } from './calculator.ts'

/** Every calculator by name; loaded when asked for. */
export const calculators: Readonly<Record<string, () => Promise<Calculator>>> = {
  metrics: async () => (await import('./metrics.ts')).metrics,
  xirr: async () => (await import('./cashflows.ts')).xirrRate,
  'modified-dietz': async () => (await import('./cashflows.ts')).modifiedDietzRate,
  brinson: async () => (await import('./brinson.ts')).brinsonEffects,
  style: async () => (await import('./style.ts')).style,
  risk: async () => (await import('./risk.ts')).risk,
  'adjusted-nav': async () => (await import('./adjusted-nav.ts')).adjusted,
  segment: async () => (await import('./segment.ts')).segment,
  suitability: async () => (await import('./suitability.ts')).suitability,
  wording: async () => (await import('./wording.ts')).wording,
}
