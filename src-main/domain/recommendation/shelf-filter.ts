import type { Product } from '../../model/product.ts'
import type { ShelfFilter } from '../../model/segment-cell.ts'

/**
 * Products that stand on a cell's shelf: on the firm's shelf, on sale, and let through by the cell's kinds, tags, terms
 * and highest grade. A missing grade or term stays on, so that it is seen and judged rather than lost.
 */
export const onShelf = (product: Product, filter: ShelfFilter): boolean =>
  product.onShelf &&
  (product.sale === 'open' || product.sale === 'limited') &&
  filter.kinds.includes(product.kind) &&
  (product.riskGrade === null || product.riskGrade <= filter.maximumGrade) &&
  (product.term === null || filter.terms.includes(product.term)) &&
  (filter.tags.length === 0 || filter.tags.some(tag => product.tags.includes(tag)))
