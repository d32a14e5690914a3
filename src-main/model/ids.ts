import { z } from 'zod'

const id = z.string().min(1).max(64)

export const ClientId = id.brand<'ClientId'>()
export type ClientId = z.infer<typeof ClientId>
export const AccountId = id.brand<'AccountId'>()
export type AccountId = z.infer<typeof AccountId>
/** Code of anything a client can hold: fund, security, note, advisory portfolio, cash. */
export const ProductCode = id.brand<'ProductCode'>()
export type ProductCode = z.infer<typeof ProductCode>
export const BookId = id.brand<'BookId'>()
export type BookId = z.infer<typeof BookId>
export const EntryId = id.brand<'EntryId'>()
export type EntryId = z.infer<typeof EntryId>
