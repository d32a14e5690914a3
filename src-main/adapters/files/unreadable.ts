import { AppError } from '../../model/app-error.ts'

export const unreadable = (message: string, where: string, hint: string, cause?: unknown): AppError =>
  new AppError('fileUnreadable', message, { where, hint, cause })

export const startsWith = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte)

export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 3, 4)
