import type { Product, ProductKind } from './product.ts'

const withAnEnd: ReadonlySet<ProductKind> = new Set(['privateFund', 'note', 'bond', 'convertible'])

/** An open fund or a stock has no end to tell anybody of; one of the kinds that have may lack its day. */
export const canMature = ({
  kind,
  maturesOn,
}: Pick<Product, 'kind'> & { readonly maturesOn: string | null }): boolean => maturesOn !== null || withAnEnd.has(kind)
