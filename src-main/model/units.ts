import { z } from 'zod'

/** Money in minor units (fen, 0.01 yuan), a safe integer. */
export const Fen = z.int().brand<'Fen'>()
export type Fen = z.infer<typeof Fen>

/** Calendar date `YYYY-MM-DD`. */
export const IsoDate = z.iso.date().brand<'IsoDate'>()
export type IsoDate = z.infer<typeof IsoDate>

/** UTC instant `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export const IsoTime = z.iso.datetime().brand<'IsoTime'>()
export type IsoTime = z.infer<typeof IsoTime>

/** Whole days since 1970-01-01. */
export const EpochDay = z.int().brand<'EpochDay'>()
export type EpochDay = z.infer<typeof EpochDay>

/** NAV in units of 1e-4 yuan. */
export const Nav4 = z.int().positive().brand<'Nav4'>()
export type Nav4 = z.infer<typeof Nav4>

/** Units of a fund or security times 100 (two decimals, as registrars confirm them). */
export const Units100 = z.int().brand<'Units100'>()
export type Units100 = z.infer<typeof Units100>

/** A part of one: 0.176 is 17.6 %. */
export const Ratio = z.number()
export type Ratio = z.infer<typeof Ratio>
