/** A change line whose row was validated, or the reason why it was refused. */
export type CheckedChange =
  | { readonly kind: 'put'; readonly key: string; readonly seq: number; readonly row: unknown }
  | { readonly kind: 'delete'; readonly key: string; readonly seq: number }
  | {
      readonly kind: 'reject'
      readonly key: string
      readonly seq: number
      readonly reason: string
      readonly row: unknown
    }
