import { useQueryClient } from '@tanstack/react-query'
import type { TodayMark, TodayRow, TodayView } from '../../../src-main/contract/today.ts'
import { useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { useFailureText } from '../../ui/failure.tsx'

/** Takes a client off the list; ten seconds to take it back. */
export const useMark = (): ((row: TodayRow, mark: TodayMark, view: TodayView) => Promise<void>) => {
  const t = useT()
  const api = useApi()
  const queries = useQueryClient()
  const failure = useFailureText()
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['today'] })
  return async (row, mark, view) => {
    // Put off until the next working day.
    const until = mark === 'later' ? (view.week.days.find(day => day.date > view.date)?.date ?? null) : null
    try {
      const { markId } = await api.today.mark({ clientId: row.clientId, mark, until })
      await refresh()
      tell(t(`today.marked.${mark}`, { name: row.name, day: until ?? '' }), () => {
        api.today
          .unmark({ markId })
          .then(refresh)
          .catch((e: unknown) => tell(failure(e)))
      })
    } catch (e) {
      tell(failure(e))
    }
  }
}
