import { useMemo } from 'react'
import { useT } from '../i18n/i18n.ts'

const localeKeys = [
  'noRowsToShow',
  'noMatchingRows',
  'loadingOoo',
  'contains',
  'notContains',
  'equals',
  'notEqual',
  'startsWith',
  'endsWith',
  'blank',
  'notBlank',
  'lessThan',
  'lessThanOrEqual',
  'greaterThan',
  'greaterThanOrEqual',
  'inRange',
  'inRangeStart',
  'inRangeEnd',
  'andCondition',
  'orCondition',
  'filterOoo',
  'applyFilter',
  'resetFilter',
  'clearFilter',
  'ariaFilterColumn',
  'ariaFilterInput',
  'ariaFilterMenuOpen',
] as const

/** What the grid itself says, in the language of the window. */
export const useGridWords = (): Record<string, string> => {
  const t = useT()
  return useMemo(() => Object.fromEntries(localeKeys.map(key => [key, t(`grid.${key}`)])), [t])
}
