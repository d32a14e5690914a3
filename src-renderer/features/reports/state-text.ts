import { useCallback } from 'react'
import type { ReportLine } from '../../../src-main/contract/deliveries.ts'
import { useT } from '../../i18n/i18n.ts'

/** The state in words: a delivery that waits, failed or cannot be told comes before the step the report is at. */
export const useStateText = (): ((line: ReportLine) => { readonly text: string; readonly loud: boolean }) => {
  const t = useT()
  return useCallback(
    line => {
      const { delivery, state } = line
      const way = delivery === null ? '' : t(`sendChannel.${delivery.channel}`)
      if (delivery?.state === 'failed') return { text: t('reports.failed', { way }), loud: true }
      if (delivery?.state === 'unknown') return { text: t('reports.unknown', { way }), loud: true }
      if (delivery?.state === 'queued' || delivery?.state === 'sending')
        return { text: t('reports.waiting', { way }), loud: false }
      if (line.edition === 'internal') return { text: t('reports.internalOnly'), loud: false }
      return { text: t(`reportState.${state}`), loud: state === 'answered' }
    },
    [t],
  )
}
