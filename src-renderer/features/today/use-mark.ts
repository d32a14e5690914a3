import { useQueryClient } from '@tanstack/react-query'
import type { TodayMark, TodayRow, TodayView } from '../../../src-main/contract/today.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { useFailureText } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'

export const clientsOf = (row: TodayRow): string[] => (row.kind === 'client' ? [row.clientId] : [...row.clientIds])

/** Takes a line off the list with all its clients; ten seconds to take it back. */
export const useMark = (): ((row: TodayRow, mark: TodayMark, view: TodayView) => Promise<void>) => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const api = useApi()
  const queries = useQueryClient()
  const failure = useFailureText()
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['today'] })
  return async (row, mark, view) => {
    const until = mark === 'later' ? row.laterOn : null
    try {
      const { markId } = await api.today.mark({ clientIds: clientsOf(row), mark, until })
      await refresh()
      tell(
        t(`today.marked.${mark}`, {
          name: row.kind === 'client' ? row.name : say(row.name),
          day: f.day(until, view.date),
        }),
        () => {
          api.today
            .unmark({ markId })
            .then(refresh)
            .catch((e: unknown) => tell(failure(e)))
        },
      )
    } catch (e) {
      tell(failure(e))
    }
  }
}
