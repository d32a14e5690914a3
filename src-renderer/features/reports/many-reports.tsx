import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ReportLine } from '../../../src-main/contract/deliveries.ts'
import { useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { Button } from '../../ui/button.tsx'
import { PrintDialog } from './print-dialog.tsx'
import { SendManyDialog } from './send-many-dialog.tsx'

/** What can be done with several chosen reports at once. */
export const ManyReports = ({ lines }: { readonly lines: readonly ReportLine[] }): ReactNode => {
  const t = useT()
  const [opened, setOpened] = useState<'send' | 'print' | null>(null)
  useKeys([
    { keys: ['S'], label: t('sendMany.open'), run: () => setOpened('send') },
    { keys: ['P'], label: t('report.print'), run: () => setOpened('print') },
  ])
  return (
    <aside className="sp2 rep" aria-label={t('reports.panel')} tabIndex={0}>
      <div className="sec" style={{ paddingTop: 9 }}>
        <h2 className="h2l">{t('sendMany.chosen', { count: lines.length, n: lines.length })}</h2>
        <p className="i2">{t('sendMany.how')}</p>
        <div className="row">
          <Button kind="primary" keyHint="S" onClick={() => setOpened('send')}>
            {t('sendMany.open')}
          </Button>
          <Button keyHint="P" onClick={() => setOpened('print')}>
            {t('report.print')}
          </Button>
        </div>
      </div>
      {opened === 'send' && <SendManyDialog lines={lines} onClose={() => setOpened(null)} />}
      {opened === 'print' && <PrintDialog ids={lines.map(line => line.id)} onClose={() => setOpened(null)} />}
    </aside>
  )
}
