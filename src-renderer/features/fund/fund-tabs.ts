export const fundTabs = [
  'diagnosis',
  'performance',
  'attribution',
  'style',
  'holdings',
  'manager',
  'fees',
  'profile',
  'announcements',
] as const
export type FundTab = (typeof fundTabs)[number]

export const isFundTab = (text: string | undefined): text is FundTab => fundTabs.some(tab => tab === text)
