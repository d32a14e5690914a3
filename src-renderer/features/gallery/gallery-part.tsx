import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'

export type PartName = 'actions' | 'fields' | 'marks' | 'figures' | 'grid' | 'charts' | 'cells' | 'states' | 'layers'

/** One group of components under its name. */
export const GalleryPart = ({
  name,
  children,
}: {
  readonly name: PartName
  readonly children: ReactNode
}): ReactNode => {
  const t = useT()
  return (
    <section className="sec gal" data-part={name}>
      <h2>{t(`galleryPart.${name}`)}</h2>
      <div className="gal-row">{children}</div>
    </section>
  )
}
