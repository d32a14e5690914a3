import { useMemo } from 'react'
import type { ReactNode } from 'react'

/** Sheets on a desk instead of pages on paper; the pages themselves are those of the file. */
const DESK =
  '<style>html,body{background:#e4e7eb;width:auto}body{padding:16px 0;zoom:1}.page{background:#fff;margin:0 auto 16px;overflow:hidden}</style></head>'

/** The laid pages of a report, without script, in a frame that can reach nothing. */
export const ReportPages = ({ html, title }: { readonly html: string; readonly title: string }): ReactNode => {
  const desk = useMemo(() => html.replace('</head>', () => DESK), [html])
  return <iframe className="pages" sandbox="" srcDoc={desk} title={title} />
}
