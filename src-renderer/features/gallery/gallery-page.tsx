import { useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Arrow, ProductName, Verdict } from '../../ui/marks.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Sparkline } from '../../ui/sparkline.tsx'
import { VerdictBar } from '../../ui/verdict-bar.tsx'
import { Legend } from '../matrix/legend.tsx'
import '../matrix/matrix.css'

const verdicts = ['match', 'mismatch', 'undetermined'] as const
const names = ['1', '2', '3'] as const

/** Every component in every state; reached in development only. */
export const GalleryPage = (): ReactNode => {
  const t = useT()
  const [text, setText] = useState('')
  const [choice, setChoice] = useState<(typeof names)[number]>('1')
  return (
    <div className="page" style={{ gridTemplateRows: '48px 1fr', overflow: 'auto' }}>
      <PageHead title={t('gallery.title')} busy />
      <div style={{ overflow: 'auto' }}>
        <section className="sec" style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
          <Button kind="primary" keyHint="Ctrl P">
            {t('report.make.account')}
          </Button>
          <Button kind="primary" keyHint="Esc" progress={0.58}>
            {t('report.runningPage', { page: 7, pages: 12 })}
          </Button>
          <Button keyHint="C">{t('common.open')}</Button>
          <Button disabled={t('passcode.fill')}>{t('passcode.save')}</Button>
          <Button kind="text">{t('common.cancel')}</Button>
          <LinkButton onClick={() => setText('')}>{t('common.open')}</LinkButton>
        </section>
        <section className="sec" style={{ display: 'grid', gap: 12, width: 320 }}>
          <Field label={t('start.code')} value={text} onValue={setText} help={t('start.codeHelp')} />
          <Field label={t('start.code')} value={text} onValue={setText} error={t('error.enrolRefused')} />
        </section>
        <section className="sec" style={{ height: 48 }}>
          <Choice
            label={t('gallery.choice')}
            value={choice}
            onChange={setChoice}
            options={names.map(n => ({ value: n, label: t(`tierName.${n}`) }))}
          />
        </section>
        <section className="sec">
          {verdicts.map(v => (
            <p key={v}>
              <Verdict verdict={v} comparison="R3 ≤ C3" />
            </p>
          ))}
          <VerdictBar match={13} mismatch={4} undetermined={1} />
          <VerdictBar match={0} mismatch={0} undetermined={18} />
          <VerdictBar match={7} mismatch={10} undetermined={8} />
        </section>
        <section className="sec" style={{ width: 240 }}>
          <ProductName name={t('gallery.longName')} code="990533" />
          <Arrow to="up">2</Arrow> <Arrow to="down">1</Arrow>
          <Sparkline values={[1, 3, 2, 5, 4, 6]} label={t('matrix.spark')} />
        </section>
        <section className="sec">
          <Legend measure="aum" bounds={[1e9, 1e10, 2e10, 3e10, 4e10]} />
          <Legend measure="mismatch" bounds={[0.01, 0.02, 0.03, 0.05, 0.08]} />
        </section>
        <Banner title={t('sync.stoppedShort')} actions={<Button kind="primary">{t('sync.resume')}</Button>}>
          {t('error.offline')}
        </Banner>
      </div>
    </div>
  )
}
