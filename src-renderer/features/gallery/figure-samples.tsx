import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { Fig, Figures } from '../../ui/fig.tsx'
import { Bar, FigureTable } from '../../ui/figure-table.tsx'
import { MonthMap } from '../../ui/month-map.tsx'
import { Said } from '../../ui/said.tsx'
import { Quartile } from '../fund/quartile.tsx'
import { GalleryPart } from './gallery-part.tsx'
import { figures, monthYears, notesIn } from './samples.ts'
import { Sheet } from '../../ui/sheet.tsx'

/** Figures that can be asked, alone, in a table and in the map of months. */
export const FigureSamples = (): ReactNode => {
  const t = useT()
  const notes = useMemo(() => notesIn(t), [t])
  const { gain, loss, missing, share } = figures
  return (
    <Figures notes={notes}>
      <GalleryPart name="figures">
        {Object.values(figures).map(figure => (
          <Fig key={figure.id} figure={figure} signed={figure.unit === 'return'} />
        ))}
        <Said report={figures} figures={[figures.sharpe.id]}>
          {t('gallery.said')}
        </Said>
        <Quartile figure={figures.quartile} />
        <Quartile figure={missing} />
        <div style={{ width: 620 }}>
          <FigureTable
            title={t('gallery.table')}
            note={t('gallery.note')}
            heads={[t('gallery.what'), t('gallery.gain'), t('gallery.loss'), t('gallery.bar')]}
            widths={[110, 110, 130]}
            rows={[
              {
                id: 'one',
                label: t('gallery.longName'),
                cells: [
                  { figure: gain, signed: true },
                  { figure: loss, signed: true },
                  <Bar key="b" part={0.6} most={1} width={90} />,
                ],
              },
              { id: 'two', label: t('common.missing'), cells: [{ figure: missing }, { figure: share }, '—'] },
              {
                id: 'all',
                className: 'tot',
                label: t('common.total'),
                cells: [{ figure: gain, signed: true }, { figure: loss, signed: true }, ''],
              },
            ]}
          />
        </div>
        <div style={{ width: 1000 }}>
          <Sheet label={t('gallery.table')} columns>
            <FigureTable
              title={t('gallery.table')}
              heads={[t('gallery.what')]}
              rows={[]}
              empty={t('grid.noRowsToShow')}
            />
            <section className="fsec">
              <MonthMap years={monthYears} />
            </section>
          </Sheet>
        </div>
      </GalleryPart>
    </Figures>
  )
}
