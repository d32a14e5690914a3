import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '../../i18n/i18n.ts'
import { useSession } from '../../shell/use-session.ts'
import { useKeys } from '../../state/keys.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/page-head.tsx'
import '../client/client.css'
import './import.css'
import { ImportProgress } from './import-progress.tsx'
import { NewBook } from './new-book.tsx'
import { PastImports } from './past-imports.tsx'
import { PreviewSide } from './preview-side.tsx'
import { PreviewTables } from './preview-tables.tsx'
import { useImport } from './use-import.ts'

const steps = [
  { name: 'choose', key: 'Ctrl O' },
  { name: 'check', key: null },
  { name: 'write', key: 'Ctrl Enter' },
  { name: 'back', key: 'U' },
] as const
const known = ['clients', 'holdings', 'trades', 'market', 'formats'] as const

const Import = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const go = useNavigate()
  const job = useImport()
  const { preview, step, failed } = job
  const isRunning = step !== null
  const rows = preview?.counts.reduce((sum, count) => sum + count.added + count.changed, 0) ?? 0
  useKeys([
    ...(isRunning ? [] : [{ keys: ['Ctrl O'], label: t('import.choose'), run: job.choose }]),
    ...(preview && !isRunning ? [{ keys: ['Ctrl Enter'], label: t('import.apply'), run: job.apply }] : []),
    ...(step?.kind === 'redoing'
      ? []
      : [
          { keys: ['Esc'], label: t('common.cancel'), run: preview || isRunning ? job.cancel : () => void go('/sync') },
        ]),
  ])
  return (
    <div
      className="page"
      style={{ gridTemplateRows: `48px ${failed ? 'auto ' : ''}${isRunning ? 'auto ' : ''}minmax(0, 1fr)` }}
    >
      <PageHead
        title={t('import.title')}
        actions={
          !isRunning && (
            <>
              <Button keyHint="Ctrl O" kind={preview ? 'plain' : 'primary'} onClick={job.choose}>
                {t('import.choose')}
              </Button>
              {preview && (
                <>
                  <Button keyHint="Esc" onClick={job.cancel}>
                    {t('common.cancel')}
                  </Button>
                  <Button
                    kind="primary"
                    keyHint="Ctrl Enter"
                    onClick={job.apply}
                    disabled={rows === 0 && t('import.nothing')}
                  >
                    {t('import.applyRows', { count: rows, n: f.int(rows) })}
                  </Button>
                </>
              )}
            </>
          )
        }
      >
        <span>{t(preview ? 'import.checked' : 'import.lead')}</span>
      </PageHead>
      {failed && <Banner title={t('common.failed')}>{failed}</Banner>}
      <ImportProgress state={job} onCancel={job.cancel} />
      {preview ? (
        <div className="two">
          <div className="body">
            <form
              className="imp-client"
              onSubmit={event => {
                event.preventDefault()
                job.look()
              }}
            >
              <Field
                label={t('import.whose')}
                value={job.clientId}
                onValue={job.setClient}
                help={t('import.whoseHelp')}
                onBlur={job.look}
              />
            </form>
            <PreviewTables preview={preview} onMap={job.map} />
          </div>
          <aside aria-label={t('import.willWrite')}>
            <PreviewSide preview={preview} />
          </aside>
        </div>
      ) : (
        <div className="one">
          <section className="sec text imp-how">
            <h2>{t('import.next')}</h2>
            <ol>
              {steps.map(({ name, key }) => (
                <li key={name}>
                  {t(`import.step.${name}`)} {key && <kbd>{key}</kbd>}
                </li>
              ))}
            </ol>
            <h2>{t('import.known')}</h2>
            <dl>
              {known.map(name => [
                <dt key={name}>{t(`import.knows.${name}`)}</dt>,
                <dd key={`${name}-text`}>{t(`import.knowsText.${name}`)}</dd>,
              ])}
            </dl>
          </section>
          <PastImports onUndo={isRunning ? null : job.undo} />
        </div>
      )}
    </div>
  )
}

export const ImportPage = (): ReactNode => {
  const { data } = useSession()
  return data?.kind === 'open' ? <Import /> : <NewBook />
}
