import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Announcement, AnnouncementKind } from '../../../src-main/model/announcement.ts'
import { useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { useAsk } from '../../state/queries.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Slow } from '../../ui/slow.tsx'
import './announcements.css'

/** What a fund announced; its share classes share it. */
export const useAnnouncements = (code: string) =>
  useAsk(['fund', 'announcements', code], async api => ({ code, rows: await api.funds.announcements({ code }) }))

/** Announcements, the newest first, with the text of one beside them. */
export const AnnouncementsTab = ({ code }: { readonly code: string }): ReactNode => {
  const t = useT()
  const { data, error, refetch } = useAnnouncements(code)
  const [kind, setKind] = useState<AnnouncementKind | 'all'>('all')
  const [chosen, setChosen] = useState<string | null>(null)
  const all = data?.code === code ? data.rows : null
  const kinds = [...new Set(all?.map(each => each.kind))]
  const rows = (all ?? []).filter(each => kind === 'all' || each.kind === kind)
  const at = Math.max(
    0,
    rows.findIndex(each => each.id === chosen),
  )
  const step = (by: number): void => setChosen(rows[Math.min(rows.length - 1, Math.max(0, at + by))]?.id ?? null)
  useKeys([{ keys: ['J', 'K'], label: t('announcements.walk'), run: key => step(key === 'J' ? 1 : -1) }])
  if (error && all === null) return <Failure error={error} retry={() => void refetch()} />
  if (all === null) return <Slow under />
  if (all.length === 0)
    return (
      <section className="fsec">
        <h2>{t('announcements.title')}</h2>
        <p className="i2">{t('announcements.none')}</p>
        <p className="i3">{t('announcements.noneHow')}</p>
      </section>
    )
  return (
    <div className="news">
      <div className="newslist">
        <Choice
          label={t('announcements.kind')}
          value={kind}
          onChange={setKind}
          options={(['all', ...kinds] as const).map(value => ({ value, label: t(`announcementKind.${value}`) }))}
        />
        <ul aria-label={t('announcements.title')}>
          {rows.map((each, i) => (
            <li key={each.id}>
              <button type="button" aria-pressed={i === at} onClick={() => setChosen(each.id)}>
                <span className="num">{each.date}</span>
                <span className="i3">{t(`announcementKind.${each.kind}`)}</span>
                <span className="el">{each.title}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      {rows[at] && <Text of={rows[at]} />}
    </div>
  )
}

const Text = ({ of }: { readonly of: Announcement }): ReactNode => {
  const t = useT()
  return (
    <article className="newstext" tabIndex={0} aria-label={of.title}>
      <h2>{of.title}</h2>
      <p className="i3">
        {of.date} · {t(`announcementKind.${of.kind}`)}
      </p>
      {of.text === '' ? (
        <p className="i2">{t('announcements.titleOnly')}</p>
      ) : (
        of.text.split('\n').map((line, i) => <p key={i}>{line}</p>)
      )}
    </article>
  )
}
