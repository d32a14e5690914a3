import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A client whose name and numbers occur nowhere else, so that finding one of them anywhere means a leak. */
export const planted = {
  name: '慕容雪霁',
  phone: '13977665544',
  idNumber: '110101197912031234',
  email: 'murong.xueji@example.test',
}

const forms = (text: string): readonly Buffer[] => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]

/** Every file below a folder, whatever its name. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))

/** Files below a folder that hold the planted client or one of the secrets, in UTF-8 or UTF-16. */
export const leaksBelow = (folder: string, secrets: readonly string[]): string[] =>
  filesBelow(folder).flatMap(path => {
    // Chromium drops some of its files while it runs
    const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
    return [...Object.values(planted), ...secrets]
      .filter(text => forms(text).some(form => bytes.includes(form)))
      .map(text => `${path}: ${text}`)
  })
