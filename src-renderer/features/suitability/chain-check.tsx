import { useState } from 'react'
import type { ReactNode } from 'react'
import type { VerifyReport } from '../../../src-main/contract/suggestions.ts'
import { useT } from '../../i18n/i18n.ts'
import { useApi } from '../../state/queries.tsx'
import { Button } from '../../ui/button.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'

const SHOWN = 20

/** Reads the whole chain and judges every verdict again; what is wrong is named by its place. */
export const ChainCheck = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const api = useApi()
  const failure = useFailureText()
  const [report, setReport] = useState<VerifyReport | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [running, setRunning] = useState(false)
  const check = async (): Promise<void> => {
    setRunning(true)
    try {
      setReport(await api.suggestions.verify({}))
      setError(null)
    } catch (e) {
      setError(failure(e))
    } finally {
      setRunning(false)
    }
  }
  const verdicts = report === null ? [] : [...report.rerun.different, ...report.rerun.packUnknown]
  return (
    <>
      <div className="acts">
        <Button onClick={() => void check()} disabled={running && t('chain.checking')}>
          {running ? t('chain.checking') : t('chain.check')}
        </Button>
      </div>
      {error && (
        <p className="warn" role="alert">
          {error}
        </p>
      )}
      {report && (
        <div role="status">
          <p className={report.whole ? 's' : 'warn s'}>
            {t(report.whole ? 'chain.whole' : 'chain.broken', {
              count: report.records,
              n: f.int(report.records),
              same: f.int(report.rerun.same),
            })}
          </p>
          <ul className="reasons">
            {report.integrity.map(each => (
              <li key={each} className="warn">
                {t('chain.database')} {each}
              </li>
            ))}
            {report.faults.slice(0, SHOWN).map(each => (
              <li key={`${each.kind} ${each.index} ${each.id}`} className="warn">
                {each.index < 0
                  ? t('chain.faultBeside', { kind: t(`chainFault.${each.kind}`) })
                  : t('chain.fault', { n: f.int(each.index + 1), kind: t(`chainFault.${each.kind}`) })}{' '}
                <span className="i3">{each.id}</span>
              </li>
            ))}
            {verdicts.slice(0, SHOWN).map(id => (
              <li key={id} className="warn">
                {t('chain.differs')} <span className="i3">{id}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
