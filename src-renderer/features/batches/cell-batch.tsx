import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Style, Tier } from '../../../src-main/model/levels.ts'
import { useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { later } from '../../state/later.tsx'
import { Button } from '../../ui/button.tsx'

const BatchDialog = later(async () => (await import('./batch-dialog.tsx')).BatchDialog)

/** Reports for all clients of the selected cell. */
export const CellBatch = ({
  tier,
  style,
  count,
}: {
  readonly tier: Tier
  readonly style: Style
  readonly count: number
}): ReactNode => {
  const t = useT()
  const [open, setOpen] = useState(false)
  const ask = (): void => setOpen(count > 0)
  useKeys([{ keys: ['Ctrl P'], label: t('batch.keyCell'), run: ask }])
  return (
    <>
      <div style={{ paddingTop: 6 }}>
        <Button low keyHint="Ctrl P" disabled={count === 0 && t('batch.emptyCell')} onClick={ask}>
          {t('batch.cellButton')}
        </Button>
      </div>
      {open && (
        <BatchDialog
          source={{ by: 'cell', tier, style }}
          count={count}
          of={t('clients.cellIs', { tier, style: t(`style.${style}`) })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
