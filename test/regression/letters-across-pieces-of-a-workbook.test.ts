import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { readTables } from '../helpers/read-tables.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

/** One line in some six thousand of a large workbook lost a letter: the library decoded each piece of the file by itself. */
test.each([false, true])('a large workbook keeps every letter, with strings apart: %s', async useSharedStrings => {
  using folder = temporaryFolder()
  const filename = join(folder.path, 'large.xlsx')
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename, useSharedStrings })
  const sheet = book.addWorksheet('交割单')
  const lines = Array.from({ length: 20_000 }, (_, n) => [`客户${n}`, '证券买入', `𠮷店 & <${n % 7}>`])
  for (const line of lines) sheet.addRow(line).commit()
  sheet.commit()
  await book.commit()
  const [table] = await readTables([filename])
  expect(table?.sheet).toBe('交割单')
  expect(table?.rows.filter((row, n) => row.join('|') !== lines[n]?.join('|'))).toEqual([])
  expect(table?.rows).toHaveLength(lines.length)
})
