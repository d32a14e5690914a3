import { AppError } from '../../model/app-error.ts'

export const unreadable = (message: string, where: string, hint: string, cause?: unknown): AppError =>
  new AppError('fileUnreadable', message, { where, hint, cause })

export const startsWith = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte)

export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 3, 4)

/** Characters of control that no text holds; a few may be dirt, a file that is full of them is of another kind. */
const isControl = (character: string): boolean => character < ' ' && !'\t\n\v\f\r'.includes(character)
const MOST = 0.02

/** Whether lines were read out of bytes that are no text, such as a broken workbook or a picture. */
export const isNoText = (rows: readonly (readonly string[])[]): boolean => {
  const characters = rows.slice(0, 50).flat().join('')
  return [...characters].filter(isControl).length > characters.length * MOST
}
