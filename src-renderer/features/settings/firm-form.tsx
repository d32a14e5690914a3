import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Settings } from '../../../src-main/contract/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { LogoField } from './logo-field.tsx'

const COLOUR = /^#[0-9a-fA-F]{6}$/

/** Whose name stands on the reports: firm, branch, logo, accent, and one more line of notice. */
export const FirmForm = ({
  settings,
  onChange,
}: {
  readonly settings: Settings
  readonly onChange: (part: Partial<Settings>) => void
}): ReactNode => {
  const t = useT()
  const [name, setName] = useState(settings.firm.name)
  const [branch, setBranch] = useState(settings.branch)
  const [accent, setAccent] = useState(settings.firm.accent ?? '')
  const [notice, setNotice] = useState(settings.firm.notice ?? '')
  const [logo, setLogo] = useState(settings.firm.logo)
  const wrongName = name.trim() === '' ? t('firm.nameNeeded') : null
  const wrongAccent = accent === '' || COLOUR.test(accent) ? null : t('firm.accentForm')
  return (
    <form
      className="pass"
      onSubmit={event => {
        event.preventDefault()
        if (wrongName ?? wrongAccent) return
        onChange({
          branch: branch.trim(),
          firm: {
            name: name.trim(),
            logo,
            accent: accent === '' ? null : accent,
            notice: notice.trim() === '' ? null : notice.trim(),
          },
        })
      }}
    >
      <Field label={t('firm.name')} maxLength={100} value={name} onValue={setName} error={wrongName} />
      <Field label={t('firm.branch')} maxLength={100} value={branch} onValue={setBranch} />
      <Field
        label={t('firm.accent')}
        maxLength={7}
        placeholder="#1B3F94"
        value={accent}
        onValue={setAccent}
        error={wrongAccent}
        help={t('firm.accentHelp')}
      />
      <Field label={t('firm.notice')} maxLength={400} value={notice} onValue={setNotice} help={t('firm.noticeHelp')} />
      <LogoField logo={logo} onLogo={setLogo} />
      <div>
        <Button type="submit" disabled={wrongName ?? wrongAccent ?? false}>
          {t('firm.save')}
        </Button>
      </div>
    </form>
  )
}
