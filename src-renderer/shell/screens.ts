/** The eight screens in the order of their numbers. */
export const screens = [
  { id: 'today', path: '/today' },
  { id: 'matrix', path: '/matrix' },
  { id: 'clients', path: '/clients' },
  { id: 'funds', path: '/funds' },
  { id: 'products', path: '/products' },
  { id: 'reports', path: '/reports' },
  { id: 'sync', path: '/sync' },
  { id: 'settings', path: '/settings' },
] as const

export type ScreenId = (typeof screens)[number]['id']

/** Parts of the suitability screen, which stands beside the eight and is reached from them. */
export const suitabilityTabs = ['notices', 'alarms', 'packs', 'evidence'] as const
export type SuitabilityTab = (typeof suitabilityTabs)[number]
