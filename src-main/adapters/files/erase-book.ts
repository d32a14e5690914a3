import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** The database with its logs, the key file, what was moved aside, the places of the windows and what they ask first. */
const ours = (book: string): RegExp =>
  new RegExp(
    `^(${book.replace('.', '\\.')}.*|vault\\.json.*|windows\\.json|first-answers\\.json|damaged-\\d+|moved-.*)$`,
  )

/** Deletes everything of a book from its folder. The database is encrypted: once the key is gone nothing of it can be read. */
export const eraseBook = (home: string, book: string): void => {
  const names = readdirSync(home).filter(name => ours(book).test(name))
  // the key first: should the rest fail, what is left is unreadable
  const keyFirst = names.toSorted((a, b) => Number(b.startsWith('vault')) - Number(a.startsWith('vault')))
  for (const name of keyFirst) rmSync(join(home, name), { recursive: true, force: true })
}
