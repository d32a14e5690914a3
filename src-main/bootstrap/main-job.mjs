import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron } from 'playwright'

const [electron, project, home, results, ...switches] = process.argv.slice(2)
const LONG = 300_000
const seconds = {}
let begun = performance.now()

function lap(name) {
  seconds[name] = Math.round(performance.now() - begun) / 1000
  begun = performance.now()
  process.stdout.write(`  ${name.padEnd(28)} ${seconds[name].toFixed(1).padStart(6)} s\n`)
}

/** One click to the report, and "save as" answered with a file of the results. */
async function report(app, window, name) {
  const file = join(results, name)
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await window.keyboard.press('Control+p')
  const line = window.getByTestId('report-done')
  await line.waitFor({ timeout: LONG })
  await line.getByRole('button', { name: '另存' }).click()
  for (let tries = 0; !existsSync(file); tries++) {
    if (tries > 100) throw new Error(`${name} was not saved`)
    await window.waitForTimeout(100)
  }
  return line.getAttribute('data-report')
}

const app = await _electron.launch({
  executablePath: electron,
  args: [...switches, project],
  env: { ...process.env, ADVISOR_HOME: home, ADVISOR_DEMO: '1' },
  timeout: 60_000,
})
try {
  const window = await app.firstWindow({ timeout: 60_000 })
  const synced = window.getByText(/已同步/)
  await window.getByRole('grid', { name: '客群矩阵' }).waitFor({ timeout: LONG })
  lap('window with the first cells')
  await synced.waitFor({ timeout: LONG })
  lap('first sync')
  const first = await window.evaluate(() => globalThis.desk.platform)
  await window.keyboard.press('F5')
  await window.getByText('较').first().waitFor({ timeout: LONG })
  await synced.waitFor({ timeout: LONG })
  lap('second day')
  const cells = await window.getByRole('gridcell').allInnerTexts()
  await window.screenshot({ path: join(results, 'matrix.png') })
  await window
    .getByRole('gridcell', { name: /5.*配置/ })
    .first()
    .click()
  await window.keyboard.press('Enter')
  await window.getByRole('grid').waitFor({ timeout: LONG })
  await window.keyboard.press('Enter')
  await window.getByRole('tab', { name: '账户诊断' }).click()
  await window.getByText('配置与目标').waitFor({ timeout: LONG })
  lap('client page')
  await window.screenshot({ path: join(results, 'client.png') })
  const account = await report(app, window, 'account-diagnosis.pdf')
  lap('account diagnosis PDF')
  writeFileSync(join(results, 'summary.json'), JSON.stringify({ seconds, cells, first, account }, null, 2))
} finally {
  await app.close()
}
