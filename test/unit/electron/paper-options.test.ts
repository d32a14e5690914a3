import { expect, test } from 'vitest'
import { paperOptions } from '../../../src-main/electron/paper-options.ts'

const wish = { printer: 'Office', copies: 2, duplex: 'longEdge', grey: true, dialog: false } as const

test('sides and tinted areas stand under the name that Electron documents and under the one that 41 to 43 read', () => {
  expect(paperOptions(wish)).toEqual({
    silent: true,
    deviceName: 'Office',
    copies: 2,
    duplexMode: 'longEdge',
    duplex: 'longEdge',
    color: false,
    printBackground: true,
    shouldPrintBackgrounds: true,
    margins: { marginType: 'none' },
    pageSize: 'A4',
  })
})

test('no printer means that of the system, and a dialog is not silent', () => {
  const options = paperOptions({ ...wish, printer: null, dialog: true })
  expect(options).not.toHaveProperty('deviceName')
  expect(options.silent).toBe(false)
})
