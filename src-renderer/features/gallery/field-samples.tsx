import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { ContactChannel } from '../../../src-main/model/contact.ts'
import { useT } from '../../i18n/i18n.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/field.tsx'
import { GalleryPart } from './gallery-part.tsx'
import { SAMPLE } from './samples.ts'

/** Fields empty, filled, with help, wrong, locked, and the two that are not one line of text. */
export const FieldSamples = (): ReactNode => {
  const t = useT()
  const id = useId()
  const day = useId()
  const [date, setDate] = useState('')
  const [text, setText] = useState('')
  const [filled, setFilled] = useState<string>(SAMPLE.code)
  const [on, setOn] = useState(true)
  return (
    <GalleryPart name="fields">
      <div className="gal-fields">
        <Field label={t('start.code')} value={text} onValue={setText} placeholder={SAMPLE.code} />
        <Field label={t('start.code')} value={filled} onValue={setFilled} help={t('start.codeHelp')} />
        <Field label={t('start.code')} value={filled} onValue={setFilled} error={t('error.enrolRefused')} />
        <Field label={t('unlock.passcode')} type="password" value={filled} onValue={setFilled} />
        <Field label={t('start.url')} value={SAMPLE.office} onValue={setFilled} readOnly />
        <div className="fld">
          <label htmlFor={day}>{t('profile.date')}</label>
          <DateInput id={day} value={date} onValue={setDate} />
        </div>
        <div className="fld">
          <label htmlFor={id}>{t('firm.notice')}</label>
          <textarea id={id} className="inp" rows={2} value={filled} onChange={e => setFilled(e.target.value)} />
        </div>
        <div className="fld">
          <label htmlFor={`${id}-select`}>{t('contact.channel')}</label>
          <select id={`${id}-select`} className="inp" defaultValue="phone">
            {ContactChannel.options.map(each => (
              <option key={each} value={each}>
                {t(`channel.${each}`)}
              </option>
            ))}
          </select>
        </div>
        <label className="gal-check">
          <input type="checkbox" checked={on} onChange={e => setOn(e.target.checked)} /> {t('gallery.check')}
        </label>
        <label className="gal-check">
          <input type="checkbox" checked={!on} onChange={e => setOn(!e.target.checked)} /> {t('gallery.check')}
        </label>
      </div>
    </GalleryPart>
  )
}
