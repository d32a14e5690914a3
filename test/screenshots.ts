import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { openScreen } from './helpers/first-sync.ts'
import { palettePng } from './helpers/palette-png.ts'
import { projectRoot } from './helpers/project-root.ts'
import { stillPicture } from './helpers/snapshot.ts'
import { temporaryFolder } from './helpers/temporary-folder.ts'
import { launchSecondMorning } from './helpers/two-mornings.ts'

const folder = join(projectRoot, 'resources', 'readme')
const settled = { timeout: 120_000 }
/** Cover, allocation and holdings of the client edition. */
const PAGES = [1, 4, 7]

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
using home = temporaryFolder()
await using running = await launchSecondMorning(join(home.path, 'home'))
const { window, app } = running

const put = (name: string, picture: Buffer): void => {
  writeFileSync(join(folder, `${name}.png`), palettePng(PNG.sync.read(picture)))
  process.stdout.write(`resources/readme/${name}.png\n`)
}
const openFirst = async (list: string): Promise<string> => {
  await openScreen(window, list)
  await window.locator('.ag-row[row-index="0"]').first().dblclick(settled)
  await window.waitForURL(url => url.hash.startsWith(`#${list}/`))
  return new URL(window.url()).hash.slice(1)
}

const fund = await openFirst('/funds')
const client = await openFirst('/clients')
await window.locator('.page.client h1').waitFor(settled)
await window.keyboard.press('Control+p')
const made = window.getByTestId('report-done')
await made.waitFor({ timeout: 300_000 })
const pdf = join(home.path, 'report.pdf')
await app.evaluate(({ dialog }, filePath) => {
  dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
}, pdf)
await made.getByText('另存').click()
while (!existsSync(pdf)) await window.evaluate(() => new Promise(requestAnimationFrame))
for (const page of PAGES) {
  const at = ['-f', String(page), '-l', String(page), '-r', '80', '-singlefile', '-png']
  execFileSync('pdftoppm', [...at, pdf, join(home.path, 'page')])
  put(`report-${page}`, readFileSync(join(home.path, 'page.png')))
}

const screens = [
  ['matrix', '/matrix', '[role=gridcell].cell >> nth=14'],
  ['today', '/today', '.page.today tbody tr >> nth=5'],
  ['client', `${client}/diagnosis`, '.hs tbody tr >> nth=2'],
  ['fund', fund, '.fdiag svg text >> nth=5'],
] as const

for (const [theme, choice] of [
  ['light', 1],
  ['dark', 2],
] as const) {
  await openScreen(window, '/settings')
  await window.locator('main [role=radiogroup]').nth(1).getByRole('radio').nth(choice).click()
  await window.locator(`html[data-theme=${theme}]`).waitFor(settled)
  for (const [name, path, ready] of screens) {
    await openScreen(window, path)
    await window.locator(ready).waitFor(settled)
    await window.locator('.stat .note').waitFor({ state: 'detached', timeout: 20_000 })
    put(`${name}-${theme}`, await stillPicture(window))
  }
}
