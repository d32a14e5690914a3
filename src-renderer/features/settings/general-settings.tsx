import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import type { Settings } from '../../../src-main/contract/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import { AboutBook } from './about-book.tsx'
import { ChoiceRow } from './choice-row.tsx'
import { FirmForm } from './firm-form.tsx'
import { MailForm } from './mail-form.tsx'
import { NumberRow } from './number-row.tsx'
import { DataForm } from './data-form.tsx'
import { PasscodeForm } from './passcode-form.tsx'
import { PrintingForm } from './printing-form.tsx'
import { ProxyRow } from './proxy-row.tsx'
import { SigningForm } from './signing-form.tsx'
import './settings.css'
import { useChange } from './use-change.ts'

/** What the window, the rules of marks, security, printing and mail are set to; every change counts at once. */
export const GeneralSettings = ({ settings }: { readonly settings: Settings }): ReactNode => {
  const t = useT()
  const change = useChange(settings)
  return (
    <div className="two">
      <div className="body set" role="region" aria-label={t('screen.settings')} tabIndex={0}>
        <section className="sec">
          <h2>{t('settings.look')}</h2>
          <ChoiceRow
            name="locale"
            values={['zh-CN', 'en']}
            value={settings.locale}
            onChange={locale => change({ locale })}
          />
          <ChoiceRow
            name="theme"
            values={['system', 'light', 'dark', 'contrast']}
            value={settings.theme}
            onChange={theme => change({ theme })}
          />
          <ChoiceRow
            name="density"
            values={['compact', 'normal', 'relaxed']}
            value={settings.density}
            onChange={density => change({ density })}
          />
          <ChoiceRow
            name="upColour"
            values={['red', 'green']}
            value={settings.upColour}
            onChange={upColour => change({ upColour })}
          />
        </section>
        <section className="sec">
          <h2>
            {t('settings.marks')}
            <small className="rt">
              <NavLink className="link" to="/settings/thresholds">
                {t('settings.rulesWhere')}
              </NavLink>
            </small>
          </h2>
          <NumberRow
            name="overdueMark"
            percent
            value={settings.overdueMark}
            min={0}
            max={1}
            onChange={overdueMark => change({ overdueMark })}
          />
          <NumberRow
            name="mismatchMark"
            percent
            value={settings.mismatchMark}
            min={0}
            max={1}
            onChange={mismatchMark => change({ mismatchMark })}
          />
          <NumberRow
            name="riskFreeRate"
            percent
            value={settings.riskFreeRate}
            min={-0.1}
            max={0.2}
            onChange={riskFreeRate => change({ riskFreeRate })}
          />
          <NumberRow
            name="hoursPerWeek"
            value={settings.hoursPerWeek}
            min={0}
            max={80}
            onChange={hoursPerWeek => change({ hoursPerWeek })}
          />
        </section>
        <section className="sec">
          <h2>{t('settings.security')}</h2>
          <NumberRow
            name="lockMinutes"
            value={settings.lockMinutes}
            min={0}
            max={240}
            whole
            onChange={lockMinutes => change({ lockMinutes })}
          />
          <PasscodeForm />
        </section>
        <PrintingForm settings={settings} onChange={change} />
        <SigningForm />
        <ProxyRow proxy={settings.proxy} onChange={change} />
        <section className="sec">
          <h2>
            {t('firm.title')}
            <small>{t('firm.where')}</small>
          </h2>
          <FirmForm settings={settings} onChange={change} />
        </section>
        <DataForm />
        <section className="sec" id="mail">
          <h2>{t('mail.title')}</h2>
          <MailForm />
        </section>
      </div>
      <aside aria-label={t('settings.about')} tabIndex={0}>
        <AboutBook />
      </aside>
    </div>
  )
}
