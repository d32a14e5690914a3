import { useQueryClient } from '@tanstack/react-query'
import type { Settings } from '../../../src-main/contract/settings.ts'
import { useApi } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { useFailureText } from '../../ui/failure.tsx'

/** Saves one setting at once; the status bar offers the way back. */
export const useChange = (now: Settings): ((part: Partial<Settings>) => void) => {
  const api = useApi()
  const queries = useQueryClient()
  const failure = useFailureText()
  const save = async (part: Partial<Settings>): Promise<void> => {
    try {
      queries.setQueryData(['settings'], await api.settings.set(part))
    } catch (error) {
      tell(failure(error))
    }
  }
  return part => {
    void save(part).then(() =>
      tell(
        t => t('settings.saved'),
        () => void save(now),
      ),
    )
  }
}
