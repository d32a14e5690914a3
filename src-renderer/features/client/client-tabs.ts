export const clientTabs = ['overview', 'holdings', 'trades', 'diagnosis', 'contacts', 'suitability', 'reports'] as const
export type ClientTab = (typeof clientTabs)[number]

export const isClientTab = (text: string | undefined): text is ClientTab => clientTabs.some(tab => tab === text)
