import { plain } from './clean-text.ts'

const LENGTH = 6

/**
 * The product code of a cell: exchange and text guards off (`SH501018`, `000001.OF`, `J000001`), lost leading zeros back
 * (`2304` is 002304). A code of another shape stays as it is.
 */
export const productCodeOf = (raw: string): string => {
  const text = plain(raw).replace(/\.0$/, '')
  const [, prefixed] = /^(?:SH|SZ|BJ|OF|F|J)(\d{6})$/i.exec(text) ?? []
  if (prefixed !== undefined) return prefixed
  const [, suffixed] = /^(\d{6})\.(?:SH|SZ|BJ|OF|XSHG|XSHE)$/i.exec(text) ?? []
  if (suffixed !== undefined) return suffixed
  return /^\d{1,5}$/.test(text) ? text.padStart(LENGTH, '0') : text
}

/** A head or cell that is a fund's code, also one whose zeros were lost. */
export const looksLikeCode = (raw: string): boolean => /^\d{6}$/.test(productCodeOf(raw))
