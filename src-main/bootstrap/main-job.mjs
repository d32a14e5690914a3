import { execFileSync } from 'node:child_process'
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

/** The address changes before the grid has its rows: a key pressed then would be lost. */
const openFirstRow = window => window.locator('.ag-row[row-index="0"]').first().dblclick({ timeout: LONG })

/** One click to the report; "save as" is answered with a file of the results. */
async function report(app, window, name) {
  const file = join(results, name)
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await window.keyboard.press('Control+p')
  const line = window.getByTestId('report-done')
  await line.waitFor({ timeout: LONG })
  await line.getByText('另存').click()
  for (let tries = 0; !existsSync(file); tries++) {
    if (tries > 300) throw new Error(`${name} was not saved`)
    await window.waitForTimeout(100)
  }
  return line.getAttribute('data-report')
}

const advisor = (...args) =>
  JSON.parse(
    execFileSync(process.execPath, [join(project, 'src-main/cli/main.ts'), ...args, '--home', home], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    }),
  )

const app = await _electron.launch({
  executablePath: electron,
  args: [...switches, project],
  env: { ...process.env, ADVISOR_HOME: home, ADVISOR_DEMO: '1' },
  timeout: 60_000,
})
const reports = {}
try {
  const window = await app.firstWindow({ timeout: 60_000 })
  const synced = window.getByText(/已同步/)
  try {
    await window.getByRole('gridcell').first().waitFor({ timeout: LONG })
    lap('window')
    await synced.waitFor({ timeout: LONG })
    lap('first sync')
    await window.keyboard.press('F5')
    await window.getByText(/正在同步/).waitFor({ timeout: LONG })
    await synced.waitFor({ timeout: LONG })
    lap('sync of the second day')
    await window.keyboard.press('Control+2')
    await window.getByRole('gridcell').first().waitFor({ timeout: LONG })
    await window.screenshot({ path: join(results, 'matrix.png') })
    await window.keyboard.press('Enter')
    await window.waitForURL(/#\/clients\?/, { timeout: LONG })
    await openFirstRow(window)
    await window.waitForURL(/#\/clients\/./, { timeout: LONG })
    await window.getByRole('tab', { name: '账户诊断' }).click()
    await window.getByText('配置与目标').first().waitFor({ timeout: LONG })
    lap('matrix, cell and client')
    await window.screenshot({ path: join(results, 'client.png') })
    reports.client = await report(app, window, 'client.pdf')
    lap('client PDF')
    await window.keyboard.press('Control+4')
    await window.waitForURL(/#\/funds/, { timeout: LONG })
    await openFirstRow(window)
    await window.waitForURL(/#\/funds\/./, { timeout: LONG })
    await window.getByText('五力').first().waitFor({ timeout: LONG })
    lap('fund')
    reports.fund = await report(app, window, 'fund.pdf')
    lap('fund PDF')
  } catch (error) {
    await window.screenshot({ path: join(results, 'failed.png') })
    throw error
  }
} finally {
  await app.close()
}
const matrix = advisor('segment', '--json')
const { counts, dataDate } = advisor('sync', '--status')
const summary = {
  dataDate,
  clients: matrix.clients,
  cells: Object.fromEntries(matrix.cells.map(cell => [`${cell.tier}-${cell.style}`, cell.count])),
  moves: matrix.moves,
  rows: Object.fromEntries(counts.map(each => [each.stream, each.rows])),
  rowsSynced: counts.reduce((sum, each) => sum + each.rows, 0),
  reports,
  seconds,
}
writeFileSync(join(results, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
