import type { ReactNode } from 'react'
import type { ClientView } from '../../../src-main/contract/clients.ts'
import { useT } from '../../i18n/i18n.ts'

/** The account diagnosis is made as a report; this tab says where. */
export const DiagnosisTab = ({ client }: { readonly client: ClientView }): ReactNode => {
  const t = useT()
  return (
    <div className="empty">
      <h2>{t('diagnosis.asReport', { name: client.name })}</h2>
      <p>{t('diagnosis.asReportHow')}</p>
    </div>
  )
}
