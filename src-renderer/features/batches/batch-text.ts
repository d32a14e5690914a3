import type { BatchRow } from '../../../src-main/contract/batches.ts'
import { useT } from '../../i18n/i18n.ts'

const MINUTE = 60

/** What a batch is for, and how long it will take still. */
export const useBatchText = (): {
  readonly of: (row: BatchRow) => string
  readonly left: (seconds: number | null) => string
} => {
  const t = useT()
  return {
    of: row =>
      row.cell === null
        ? t(`batch.selection.${row.kind}`)
        : t('clients.cellIs', { tier: row.cell.tier, style: t(`style.${row.cell.style}`) }),
    left: seconds => {
      if (seconds === null) return ''
      return seconds < MINUTE
        ? t('batch.seconds', { n: Math.max(1, Math.round(seconds)) })
        : t('batch.minutes', { n: Math.round(seconds / MINUTE) })
    },
  }
}
