export const accountParts = [
  'overview',
  'performance',
  'concentration',
  'risk',
  'suitability',
  'behaviour',
  'plan',
  'basis',
] as const
export type AccountPart = (typeof accountParts)[number]

export const isAccountPart = (text: string | null): text is AccountPart => accountParts.some(part => part === text)
