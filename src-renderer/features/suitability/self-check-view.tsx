import { useState } from 'react'
import type { ReactNode } from 'react'
import { useLocale, useSay, useT } from '../../i18n/i18n.ts'
import { useApi, useAsk } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Failure, useFailureText } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { VerdictMark } from '../../ui/marks.tsx'
import { Slow } from '../../ui/slow.tsx'

const HALVES = 6
const verdicts = ['match', 'mismatch', 'undetermined'] as const

/** The half-year self-check on screen, and its way into a PDF or a workbook. */
export const SelfCheckView = ({ halves }: { readonly halves: readonly string[] }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const api = useApi()
  const locale = useLocale()
  const failure = useFailureText()
  const [half, setHalf] = useState(halves[0] ?? '')
  const [saving, setSaving] = useState<'pdf' | 'xlsx' | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const { data, error, isFetching, refetch } = useAsk(
    ['suitability', 'selfCheck', half],
    a => a.evidence.selfCheck({ half }),
    half !== '',
  )
  const save = async (format: 'pdf' | 'xlsx'): Promise<void> => {
    setSaving(format)
    try {
      const { path } = await api.evidence.saveSelfCheck({ half, format, locale })
      if (path !== null) tell(t('selfCheck.saved', { path }))
      setFault(null)
    } catch (e) {
      setFault(failure(e))
    } finally {
      setSaving(null)
    }
  }
  return (
    <>
      <div className="sums" style={{ alignItems: 'center' }}>
        <b>{t('selfCheck.title')}</b>
        <span style={{ height: 28 }}>
          <Choice
            label={t('selfCheck.half')}
            value={half}
            onChange={setHalf}
            options={halves
              .slice(0, HALVES)
              .map(value => ({ value, label: t(`selfCheck.name${value.slice(4)}`, { year: value.slice(0, 4) }) }))}
          />
        </span>
        <span style={{ marginLeft: 'auto', display: 'flex', gap: 6 }}>
          {(['pdf', 'xlsx'] as const).map(format => (
            <Button
              key={format}
              kind={format === 'pdf' ? 'primary' : 'plain'}
              onClick={() => void save(format)}
              disabled={saving !== null && t('selfCheck.saving')}
            >
              {saving === format ? t('selfCheck.saving') : t(`selfCheck.${format}`)}
            </Button>
          ))}
        </span>
      </div>
      {fault && (
        <p className="warn sec" role="alert">
          {fault}
        </p>
      )}
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {isFetching && <Slow under />}
      {data && (
        <>
          <div className="sums">
            <span>
              {f.date(data.from)} {t('selfCheck.to')} {f.date(data.to)}
              {data.partial && <span className="i3"> {t('selfCheck.partial', { at: f.date(data.asOf) })}</span>}
            </span>
            <span>
              {t('selfCheck.verdicts')} <b>{f.int(data.verdicts.total)}</b>
            </span>
            {verdicts.map(each => (
              <span key={each} className={(data.verdicts.byVerdict[each] ?? 0) > 0 ? `v ${each}` : 'v i3'}>
                <VerdictMark verdict={each} /> {t(`verdict.${each}`)} {f.int(data.verdicts.byVerdict[each] ?? 0)}
              </span>
            ))}
            <span>
              {t('selfCheck.suggestions')} <b>{f.int(data.suggestions.total)}</b>
            </span>
            <span>
              {t('selfCheck.against')} <b>{f.int(data.suggestions.againstAdvice)}</b>
            </span>
            <span>
              {t('selfCheck.assessments')} <b>{f.int(data.assessments.total)}</b>
            </span>
          </div>
          {data.findings.length === 0 ? (
            <p className="empty">{t('selfCheck.nothing')}</p>
          ) : (
            <table className="list tall">
              <colgroup>
                <col style={{ width: 84 }} />
                <col style={{ width: 240 }} />
                <col style={{ width: 72 }} />
                <col />
                <col />
              </colgroup>
              <thead>
                <tr>
                  <th>{t('selfCheck.severity')}</th>
                  <th>{t('selfCheck.finding')}</th>
                  <th className="r">{t('selfCheck.count')}</th>
                  <th>{t('selfCheck.advice')}</th>
                  <th>{t('selfCheck.which')}</th>
                </tr>
              </thead>
              <tbody>
                {data.findings.map(each => (
                  <tr key={each.kind}>
                    <td className={each.severity === 'must' ? 'warn s' : 'i2'}>{t(`severity.${each.severity}`)}</td>
                    <td className="wrap">{say(each.title)}</td>
                    <td className="r s">{f.int(each.count)}</td>
                    <td className="wrap i2">{say(each.advice)}</td>
                    <td className="wrap i3">
                      {each.items.slice(0, 4).join(t('common.semicolon'))}
                      {each.count > 4 && ` ${t('selfCheck.more', { n: f.int(each.count - 4) })}`}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </>
      )}
    </>
  )
}
