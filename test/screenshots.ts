import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchApp, projectRoot } from './helpers/electron-app.ts'
import { firstSyncDone, openScreen } from './helpers/first-sync.ts'

const folder = join(projectRoot, 'resources', 'readme')
const settled = { timeout: 30_000 }

mkdirSync(folder, { recursive: true })
await using running = await launchApp()
const { window } = running

async function picture(name: string): Promise<void> {
  await window.mouse.move(0, 0)
  await window.locator('[role=progressbar]').waitFor({ state: 'detached', ...settled })
  await window.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
  process.stdout.write(`resources/readme/${name}.png\n`)
}

await firstSyncDone(window)
await window.locator('[role=gridcell].cell:not(.part)').nth(14).waitFor(settled)
await picture('matrix')

await openScreen(window, '#/clients')
const clients = window.locator('.ag-row')
await clients.first().waitFor(settled)
await picture('clients')

await clients.first().dblclick()
await window.waitForURL(/#\/clients\/./, settled)
await window.locator('h1').first().waitFor(settled)
await picture('client')

await openScreen(window, '#/funds')
const funds = window.locator('.ag-row')
await funds.first().waitFor(settled)
await picture('funds')

await funds.first().dblclick()
await window.waitForURL(/#\/funds\/./, settled)
await window.locator('h1').first().waitFor(settled)
await picture('fund')
