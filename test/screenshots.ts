import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchApp } from './helpers/electron-app.ts'
import { projectRoot } from './helpers/project-root.ts'
import { firstSyncDone, openScreen } from './helpers/first-sync.ts'

const folder = join(projectRoot, 'resources', 'readme')
const settled = { timeout: 120_000 }

mkdirSync(folder, { recursive: true })
await using running = await launchApp()
const { window } = running

/** Resolves when nothing on the page has changed for a second. */
const quietPage = (): Promise<void> =>
  window.evaluate(
    () =>
      new Promise<void>(done => {
        const finish = (): void => {
          observer.disconnect()
          done()
        }
        let timer = setTimeout(finish, 1000)
        const observer = new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(finish, 1000)
        })
        observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
      }),
  )

async function picture(name: string): Promise<void> {
  await window.mouse.move(0, 0)
  await window.locator('[role=progressbar]').waitFor({ state: 'detached', ...settled })
  await quietPage()
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
await window.locator('.page.client h1').waitFor(settled)
await picture('client')

await openScreen(window, '#/funds')
const funds = window.locator('.ag-row')
await funds.first().waitFor(settled)
await picture('funds')

await funds.first().dblclick()
await window.locator('.page.fund h1').waitFor(settled)
await picture('fund')
