import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeBook, writeTable } from '../../src-main/adapters/files/write-table.ts'
import { settled, walk } from '../helpers/ask-figures.ts'
import { launchApp, type RunningApp } from '../helpers/electron-app.ts'
import { openScreen } from '../helpers/first-sync.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

/** A sheet of NAVs as a Chinese export heads it. */
const nav = (code: string) => ({
  name: 'nav',
  header: ['基金代码', '净值日期', '单位净值', '累计净值', '日增长率', '申购状态'],
  rows: [
    [code, '2026-06-29', 1.01, 1.01, '1.00%', '开放申购'],
    [code, '2026-07-01', 1.03, 1.03, '1.98%', '开放申购'],
  ],
})

describe('a fund of a file in an empty workstation', () => {
  let running: RunningApp
  const folder = temporaryFolder()

  const put = (name: string, body: string | Uint8Array): string => {
    const path = join(folder.path, name)
    writeFileSync(path, body)
    return path
  }

  beforeAll(async () => {
    running = await launchApp({ demo: false })
  })
  afterAll(async () => {
    await running.close()
    folder[Symbol.dispose]()
  })

  it('is previewed with what is wrong, written, and diagnosed without inventing anything', async () => {
    const { window, app } = running
    const file = join(folder.path, '880001_nav.csv')
    writeFileSync(
      file,
      `date,unit_nav,acc_nav,daily_pct,subscription,redemption,event
2026-06-26,1.0000,1.0000,,开放申购,开放赎回,
2026-06-29,1.0100,1.0100,1.00,开放申购,开放赎回,
2026-06-30,1.0100,1.0100,,开放申购,开放赎回,
2026-07-01,0.9800,1.0300,2.02,开放申购,开放赎回,每10份派0.5元
2026-07-02,0.4900,1.0300,0.00,限制大额申购,开放赎回,每份基金份额折算2.0份
2026-07-03,0.5000,1.0500,2.04,限制大额申购,开放赎回,说不清的事
`,
    )
    await window.getByRole('button', { name: '导入文件' }).click()
    // the screen that is left has a field of that name too
    await window.locator('main[data-path="/import"]').getByLabel('口令（可以不设）').fill('secret-1')
    await window.getByRole('button', { name: '建立客户簿' }).click()
    await window.getByRole('button', { name: '以后再设' }).click()
    await openScreen(window, '/import')
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
    }, file)
    await window.getByRole('button', { name: '选择文件' }).click()
    await window.getByText('看不懂的分红或折算：“说不清的事”').waitFor({ state: 'attached', timeout: 30_000 })
    await window.getByRole('button', { name: /写入 \d+ 行/ }).click()
    await window.getByText('导入记录').waitFor()
    // the tour begins with the first other screen
    await openScreen(window, '/funds')
    await window.getByText('1 / 6').waitFor()
    await window.keyboard.press('Escape')
    await window.getByText('1 / 6').waitFor({ state: 'detached' })
    await openScreen(window, '/funds/880001')
    await window.locator('.page.fund h1', { hasText: '880001' }).waitFor({ timeout: 60_000 })
    await settled(window)
    // 1 % up, then (0.98 + 0.05) / 1.01, then 0.49 x 2 / 0.98: a conversion is no loss; 30 June repeats a NAV
    expect(await window.locator('[data-figure="sinceInception.fund"]').innerText()).toBe('+3.00')
    expect(await window.locator('[data-figure="score.total"]').innerText()).toBe('—')
    const shown = await walk(
      window,
      ['profile', 'fees', 'holdings'].map(tab => `/funds/880001/${tab}`),
    )
    expect(shown).toContain('dividend.2026-07-01')
    expect(shown).toContain('split.2026-07-02')
    expect(running.problems).toEqual([])
  })

  it('comes as JSON, as a workbook with a sheet a table and in an archive, all in one import', async () => {
    const { window, app } = running
    const paths = [
      put(
        '880001_sectors.json',
        JSON.stringify([{ report_date: '2026-06-30', sector_code: 'C', sector_name: '制造业', proportion: 70.93 }]),
      ),
      put(
        '880002.xlsx',
        await writeBook([
          nav('880002'),
          { name: 'ratings', header: ['report_date', 'ZSPJ', 'JAPJ'], rows: [['2026-06-30', 4, '9']] },
          {
            name: 'manager',
            header: ['start_date', 'expiry_date', 'manager_name'],
            rows: [['2026-06-26', '至今', '甲某 乙某']],
          },
        ]),
      ),
      put(
        '880003.zip',
        zipSync({
          '880003_nav.csv': await writeTable('csv', nav('880003')),
          '880003_news.csv': new TextEncoder().encode('公告日期,公告标题,正文\n2026-07-01,示例分红公告,每份 0.05 元\n'),
        }),
      ),
    ]
    await openScreen(window, '/import')
    await app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
    }, paths)
    await window.getByRole('button', { name: '选择文件' }).click()
    await window.getByText('“9”不是一到五星').waitFor({ state: 'attached', timeout: 30_000 })
    await window.getByRole('button', { name: /写入 \d+ 行/ }).click()
    await window.getByRole('cell', { name: /880002\.xlsx/ }).waitFor({ timeout: 30_000 })
    // the page of before stands until it has heard of the import
    await openScreen(window, '/funds/880001/holdings')
    await window.locator('[data-figure="sectorWeight.制造业"]').waitFor({ timeout: 60_000 })
    await walk(window, ['/funds/880001/holdings', '/funds/880002/manager'])
    for (const name of ['甲某', '乙某']) await window.getByRole('cell', { name, exact: true }).waitFor()
    await openScreen(window, '/funds/880003/announcements')
    await window.getByRole('tab', { name: '公告 1' }).waitFor({ timeout: 60_000 })
    await window.getByRole('article', { name: '示例分红公告' }).getByText('每份 0.05 元').waitFor()
    await openScreen(window, '/funds/880001/announcements')
    await window.getByText('还没有这只基金的公告').waitFor()
    expect(running.problems).toEqual([])
  })
})
