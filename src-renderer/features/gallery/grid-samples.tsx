import type { ColDef, GridApi } from 'ag-grid-community'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { ColumnChooser } from '../../ui/column-chooser.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { direction, useFormat } from '../../ui/format.ts'
import { ProductName } from '../../ui/marks.tsx'
import { GalleryPart } from './gallery-part.tsx'
import { gridRows } from './samples.ts'
import type { GalleryRow } from './samples.ts'

const Name = ({ code }: { readonly code: GalleryRow['code'] }): ReactNode => {
  const t = useT()
  return <ProductName name={t(`galleryName.${code}`)} code={code} />
}

const idOf = (row: GalleryRow): string => row.code

/** The grid with rows, without, and waiting for them; a plain table with its states beside it. */
export const GridSamples = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const [api, setApi] = useState<GridApi<GalleryRow> | null>(null)
  const columns = useMemo<readonly ColDef<GalleryRow>[]>(
    () => [
      {
        field: 'code',
        headerName: t('gallery.what'),
        flex: 1,
        valueFormatter: ({ data }) => (data ? t(`galleryName.${data.code}`) : ''),
      },
      { field: 'grade', headerName: t('gallery.grade'), width: 80 },
      {
        field: 'aum',
        headerName: t('gallery.amount'),
        width: 110,
        type: 'rightAligned',
        valueFormatter: ({ value }) => f.wan(Number(value)),
      },
      {
        field: 'ret',
        headerName: t('gallery.gain'),
        width: 100,
        type: 'rightAligned',
        valueFormatter: ({ value }) => f.ret(value as number | null),
        cellClass: ({ value }) => ['ag-right-aligned-cell', direction(value as number | null)].filter(Boolean),
      },
    ],
    [t, f],
  )
  return (
    <GalleryPart name="grid">
      <ColumnChooser api={api} />
      <div className="gal-grid">
        <DataGrid label={t('gallery.table')} rows={gridRows} columns={columns} rowId={idOf} onApi={setApi} many />
      </div>
      <div className="gal-grid low">
        <DataGrid label={t('gallery.empty')} rows={[]} columns={columns} rowId={idOf} />
      </div>
      <div className="gal-grid low">
        <DataGrid label={t('common.loading')} rows={[]} columns={columns} rowId={idOf} waiting />
      </div>
      <div style={{ width: 620 }}>
        <table>
          <thead>
            <tr>
              <th>{t('gallery.what')}</th>
              <th className="r">{t('gallery.amount')}</th>
            </tr>
          </thead>
          <tbody>
            {gridRows.map((row, i) => (
              <tr key={row.code} className={i === 1 ? 'row sel' : 'row'}>
                <td>
                  <Name code={row.code} />
                </td>
                <td className="r">{f.wan(row.aum)}</td>
              </tr>
            ))}
            <tr className="tot">
              <td>{t('common.total')}</td>
              <td className="r">{f.wan(gridRows.reduce((sum, row) => sum + row.aum, 0))}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </GalleryPart>
  )
}
