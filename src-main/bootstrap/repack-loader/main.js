import { app } from 'electron'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

// The repack has no default_app.asar: this makes `electron <folder or file> [arguments]` work as in the official release.
const given = process.argv.slice(1).find(argument => !argument.startsWith('-'))
if (given === undefined) {
  process.stderr.write('usage: electron <folder with a package.json, or main script>\n')
  process.exit(2)
}
const target = resolve(given)
const manifestFile = join(target, 'package.json')
let entry = target
if (existsSync(manifestFile)) {
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
  entry = join(target, manifest.main ?? 'index.js')
  if (manifest.productName ?? manifest.name) app.setName(manifest.productName ?? manifest.name)
  if (manifest.version) app.setVersion?.(manifest.version)
  app.setAppPath?.(target)
}
try {
  await import(pathToFileURL(entry).href)
} catch (error) {
  process.stderr.write(`${error?.stack ?? error}\n`)
  process.exit(1)
}
