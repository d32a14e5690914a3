import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The program of a thread: beside the module `from` in the sources, beside or above it in a built program. */
export const threadProgram = (from: string, name: string): string => {
  const names = from.endsWith('.ts') ? [`./${name}.ts`] : [`./${name}.js`, `../${name}.js`]
  const found = names.map(each => fileURLToPath(new URL(each, from))).find(path => existsSync(path))
  if (found === undefined) throw new Error(`the program ${name} is missing from this installation`)
  return found
}
