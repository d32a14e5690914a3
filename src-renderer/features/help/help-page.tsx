import { useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useSay, useT } from '../../i18n/i18n.ts'
import { beginTour } from '../../shell/tour-steps.ts'
import { useKeys } from '../../state/keys.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { findArticles } from './articles.ts'
import type { Article } from './articles.ts'
import './help.css'

const kinds = ['topic', 'figure'] as const

/** All help, searched in both languages, without a network. */
export const HelpPage = (): ReactNode => {
  const t = useT()
  const say = useSay()
  const go = useNavigate()
  const { topic } = useParams()
  const [text, setText] = useState('')
  const found = findArticles(text)
  const shown = found.find(article => article.id === topic) ?? found[0]
  const show = (article: Article): void => void go(`/help/${article.id}`, { replace: true })
  const step = (by: number): void => {
    const at = shown === undefined ? 0 : found.indexOf(shown)
    const next = found[(at + by + found.length) % found.length]
    if (next) show(next)
  }
  useKeys([
    { keys: ['J', 'K', '↓', '↑'], label: t('help.walk'), run: key => step(key === 'J' || key === '↓' ? 1 : -1) },
    { keys: ['T'], label: t('tour.begin'), run: () => beginTour(go) },
    { keys: ['Esc'], label: t('common.back'), run: () => void go(-1) },
  ])
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    step(event.key === 'ArrowDown' ? 1 : -1)
  }
  return (
    <div className="page help">
      <PageHead
        title={t('help.title')}
        actions={
          <Button keyHint="T" onClick={() => beginTour(go)}>
            {t('tour.begin')}
          </Button>
        }
      >
        <span className="i3">{t('help.offline')}</span>
      </PageHead>
      <div className="help-body">
        <nav aria-label={t('help.title')} tabIndex={0}>
          <input
            className="inp"
            type="search"
            aria-label={t('help.search')}
            placeholder={t('help.search')}
            value={text}
            onChange={event => setText(event.target.value)}
            onKeyDown={onKey}
          />
          {kinds.map(kind => {
            const some = found.filter(article => article.kind === kind)
            return some.length === 0 ? null : (
              <section key={kind} aria-label={t(`help.${kind}`)}>
                <h2>{t(`help.${kind}`)}</h2>
                {some.map(article => (
                  <button
                    key={article.id}
                    type="button"
                    aria-current={article === shown ? 'page' : undefined}
                    onClick={() => show(article)}
                  >
                    {say(article.title)}
                    {article.of && <small>{t(`help.of.${article.of}`)}</small>}
                  </button>
                ))}
              </section>
            )
          })}
          {found.length === 0 && <p className="i2">{t('help.none')}</p>}
        </nav>
        <article className="text" tabIndex={0} aria-live="polite">
          {shown && (
            <>
              <h2 className="h2l">
                {say(shown.title)}
                {shown.of && <small>{t(`help.of.${shown.of}`)}</small>}
              </h2>
              {shown.body.map(part => (
                <p key={part.zh}>{say(part)}</p>
              ))}
            </>
          )}
        </article>
      </div>
    </div>
  )
}
