import type { UseQueryResult } from '@tanstack/react-query'
import { TODAY_ROWS } from '../../src-main/contract/today-rows.ts'
import type { TodayView } from '../../src-main/contract/today.ts'
import { useAsk } from './queries.tsx'

/** The list of the day, one answer for the screen and for the count beside its name. */
export const useToday = (enabled = true): UseQueryResult<TodayView> =>
  useAsk(['today', 'view'], api => api.today.view({ limit: TODAY_ROWS }), enabled)
