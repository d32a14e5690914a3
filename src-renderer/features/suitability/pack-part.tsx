import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { PackLine } from '../../../src-main/contract/rule-packs.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { useApi, useAsk } from '../../state/queries.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Failure, useFailureText } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { Slow } from '../../ui/slow.tsx'
import { PackDetail } from './pack-detail.tsx'

const nameOf = ({ kind, version }: Pick<PackLine, 'kind' | 'version'>): string => `${kind} ${version}`

/** Rule packs side by side; a file brought here shows what it would change before it judges anything. */
export const PackPart = (): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const api = useApi()
  const queries = useQueryClient()
  const failure = useFailureText()
  const input = useRef<HTMLInputElement>(null)
  const [chosen, choose] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const { data, error, isFetching, refetch } = useAsk(['suitability', 'packs'], a => a.rulePacks.list({}))
  const bring = (): void => input.current?.click()
  useKeys([{ keys: ['Ctrl O'], label: t('pack.bring'), run: bring }])
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    try {
      const brought = await api.rulePacks.add({ text: await file.text(), file: file.name })
      setFault(null)
      await queries.invalidateQueries({ queryKey: ['suitability'] })
      choose(nameOf(brought))
    } catch (e) {
      setFault(failure(e))
    }
  }
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (!data) return <Slow under />
  const line = data.find(each => nameOf(each) === chosen) ?? data.find(each => each.state === 'inForce') ?? data[0]
  return (
    <div className="two packs">
      <div className="body" role="region" aria-label={t('suitability.tab.packs')} tabIndex={0}>
        {isFetching && <Slow under />}
        <div className="sums">
          <span>{t('pack.sideBySide')}</span>
          <span style={{ marginLeft: 'auto' }}>
            <Button keyHint="Ctrl O" onClick={bring}>
              {t('pack.bring')}
            </Button>
          </span>
          <input
            ref={input}
            type="file"
            accept="application/json,.json"
            aria-label={t('pack.bring')}
            hidden
            onChange={event => {
              void take(event.target.files?.[0])
              event.target.value = ''
            }}
          />
        </div>
        {fault && <Banner title={t('pack.refused')}>{fault}</Banner>}
        <table className="list">
          <colgroup>
            <col style={{ width: 84 }} />
            <col style={{ width: 112 }} />
            <col />
            <col style={{ width: 96 }} />
            <col style={{ width: 88 }} />
            <col style={{ width: 248 }} />
          </colgroup>
          <thead>
            <tr>
              <th>{t('pack.state')}</th>
              <th>{t('pack.kind')}</th>
              <th>{t('pack.version')}</th>
              <th>{t('pack.from')}</th>
              <th>{t('pack.origin')}</th>
              <th>{t('pack.marks')}</th>
            </tr>
          </thead>
          <tbody>
            {data.map(each => (
              <tr key={nameOf(each)} className={each === line ? 'row sel' : 'row'} onClick={() => choose(nameOf(each))}>
                <td className={each.state === 'inForce' ? 's' : 'i2'}>{t(`packState.${each.state}`)}</td>
                <td className="i2">{t(`packKind.${each.kind}`)}</td>
                <td className="el" title={each.version}>
                  {say(each.name)} <span className="i3">{each.version}</span>
                </td>
                <td>{f.date(each.effectiveOn)}</td>
                <td className="i2">{t(`packOrigin.${each.origin}`)}</td>
                <td className="i2">
                  {each.marks === null ? (
                    t('pack.questionCount', { count: each.rules, n: each.rules })
                  ) : (
                    <>
                      {t('pack.markCounts', { quoted: each.marks.quoted, verified: each.marks.verified })}{' '}
                      <span className={each.marks.unverified > 0 ? 'warn' : 'i3'}>
                        {t('pack.unverifiedCount', { n: each.marks.unverified })}
                      </span>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {line && <PackDetail key={nameOf(line)} line={line} />}
      </div>
      <aside aria-label={t('pack.about')} tabIndex={0}>
        <section className="sec">
          <h2>{t('pack.about')}</h2>
          <ol className="reasons steps">
            {(['bring', 'look', 'force'] as const).map(each => (
              <li key={each}>{t(`pack.step.${each}`)}</li>
            ))}
          </ol>
        </section>
        <section className="sec">
          <h2>{t('pack.marksMean')}</h2>
          <dl className="pairs">
            {(['verified', 'quoted', 'unverified'] as const).map(mark => [
              <dt key={mark} className={mark === 'unverified' ? 'warn' : ''}>
                {t(`mark.${mark}`)}
              </dt>,
              <dd key={`${mark}-text`}>{t(`markText.${mark}`)}</dd>,
            ])}
          </dl>
        </section>
        {line && (
          <section className="sec">
            <h2>{t('pack.fingerprint')}</h2>
            <p className="i3 hash">{line.sha256}</p>
          </section>
        )}
      </aside>
    </div>
  )
}
