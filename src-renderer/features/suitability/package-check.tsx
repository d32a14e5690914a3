import { useState } from 'react'
import type { ReactNode } from 'react'
import type { PackageReport } from '../../../src-main/contract/evidence.ts'
import { useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { Button } from '../../ui/button.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'

/** Checks a signed export that came back from somewhere; the key is for head office to recognise. */
export const PackageCheck = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const api = useApi()
  const failure = useFailureText()
  const [report, setReport] = useState<PackageReport | null>(null)
  const [error, setError] = useState<string | null>(null)
  const check = async (): Promise<void> => {
    try {
      setReport(await api.evidence.verifyPackage({}))
      setError(null)
    } catch (e) {
      setReport(null)
      setError(failure(e))
    }
  }
  return (
    <>
      <div className="acts">
        <Button onClick={() => void check()}>{t('chain.packageCheck')}</Button>
      </div>
      {error && (
        <p className="warn" role="alert">
          {error}
        </p>
      )}
      {report && (
        <div role="status">
          <p className={report.whole ? 's' : 'warn s'}>
            {t(report.whole ? 'chain.packageWhole' : 'chain.packageBroken', {
              count: report.records,
              n: f.int(report.records),
              same: f.int(report.rerun.same),
            })}
          </p>
          <p className="i2">
            {t('chain.packageOf', { client: report.clientId, by: report.by.name, at: f.dateTime(report.madeAt) })}
          </p>
          <p className="i3 hash">{report.fingerprint}</p>
          <ul className="reasons">
            {!report.signed && <li className="warn">{t('chain.unsigned')}</li>}
            {report.files.map(each => (
              <li key={each.name} className="warn">
                {each.name} {t(`packageFile.${each.kind}`)}
              </li>
            ))}
            {report.faults.map(each => (
              <li key={each.kind + String(each.number)} className="warn">
                {t('chain.fault', { n: f.int(each.number), kind: t(`chainFault.${each.kind}`) })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
