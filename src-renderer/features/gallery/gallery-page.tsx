import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { ActionSamples } from './action-samples.tsx'
import { CellSamples } from './cell-samples.tsx'
import { ChartSamples } from './chart-samples.tsx'
import { FieldSamples } from './field-samples.tsx'
import { FigureSamples } from './figure-samples.tsx'
import './gallery.css'
import { GridSamples } from './grid-samples.tsx'
import { LayerSamples } from './layer-samples.tsx'
import { MarkSamples } from './mark-samples.tsx'
import { StateSamples } from './state-samples.tsx'

/** Every component in every state; reached in development only. */
export const GalleryPage = (): ReactNode => {
  const t = useT()
  return (
    <div className="page" style={{ gridTemplateRows: '48px minmax(0, 1fr)' }}>
      <PageHead title={t('gallery.title')} />
      <div className="gallery" role="region" aria-label={t('gallery.title')} tabIndex={0}>
        <ActionSamples />
        <FieldSamples />
        <MarkSamples />
        <FigureSamples />
        <GridSamples />
        <ChartSamples />
        <CellSamples />
        <StateSamples />
        <LayerSamples />
      </div>
    </div>
  )
}
