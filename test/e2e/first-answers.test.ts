import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { createEngine } from '../../src-main/engine.ts'
import { changeSettings } from '../../src-main/services/settings/settings.ts'
import { copyDemoHome } from '../helpers/demo-home.ts'
import { launchApp, type RunningApp } from '../helpers/electron-app.ts'
import { openScreen } from '../helpers/first-sync.ts'
import { projectRoot } from '../helpers/project-root.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import '../helpers/e2e-setup.ts'

const kept = (home: string): boolean => existsSync(join(home, 'first-answers.json'))

/** Whether the process of the window was there before that of the engine, by the clock that the system has for both. */
const isBeforeEngine = async ({ app }: RunningApp): Promise<boolean> => {
  const begun = (): Promise<{ readonly window: number; readonly engine: number }> =>
    app.evaluate(({ app: electron }) => {
      const of = (is: (each: Electron.ProcessMetric) => boolean): number =>
        electron.getAppMetrics().find(is)?.creationTime ?? 0
      return { window: of(each => each.type === 'Tab'), engine: of(each => each.name === 'advisor-engine') }
    })
  await expect.poll(async () => (await begun()).engine).toBeGreaterThan(0)
  const { window, engine } = await begun()
  return window < engine
}

const cellShown = (running: RunningApp, heading: string | RegExp): Promise<void> =>
  running.window.locator('aside h2').filter({ hasText: heading }).first().waitFor()

it('the first screen stands before the engine where nothing was written since, and follows the book where something was', async () => {
  using folder = temporaryFolder()
  const home = join(folder.path, 'home')
  await copyDemoHome(inject('demoFolder'), home)
  {
    const running = await launchApp({ home })
    await cellShown(running, '× 配置型')
    expect(await isBeforeEngine(running)).toBe(false)
    const ended = new Promise(resolve => running.app.process().once('close', resolve))
    await Promise.all([ended, running.window.evaluate(() => window.desk?.close())])
    // a window that is closed while it listens is no fault to tell
    expect(running.terminal()).not.toContain('AbortError')
  }
  expect(kept(home)).toBe(true)
  let shown = ''
  {
    await using running = await launchApp({ home })
    await cellShown(running, '× 配置型')
    expect(await isBeforeEngine(running)).toBe(true)
    // good for one start only, whatever becomes of that
    expect(kept(home)).toBe(false)
    await running.window.keyboard.press('ArrowLeft')
    await cellShown(running, '× 理财型')
    shown = await running.window.locator('main').innerText()
    // the engine has come up behind it: what only it knows is there
    await openScreen(running.window, '/clients')
    await running.window.locator('.ag-row').first().waitFor()
    await openScreen(running.window, '/matrix')
    await cellShown(running, '× 理财型')
    expect(await running.window.locator('main').innerText()).toBe(shown)
    expect(running.problems).toEqual([])
  }
  expect(kept(home)).toBe(true)
  // another program writes to the book
  const engine = createEngine({
    home,
    resources: join(projectRoot, 'resources'),
    demo: false,
    keyStore: null,
    desktop: null,
  })
  await engine.ready
  changeSettings(engine.session.opened().workspace.store, { locale: 'en' })
  await engine.close()
  {
    await using running = await launchApp({ home })
    await cellShown(running, 'Allocation')
    expect(await isBeforeEngine(running)).toBe(false)
    expect(kept(home)).toBe(false)
  }
}, 120_000)

it('a program that was left on a screen of other questions starts its engine at once', async () => {
  using folder = temporaryFolder()
  const home = join(folder.path, 'home')
  await copyDemoHome(inject('demoFolder'), home)
  {
    await using running = await launchApp({ home })
    await cellShown(running, '× 配置型')
    await openScreen(running.window, '/products')
  }
  expect(kept(home)).toBe(false)
  await using running = await launchApp({ home })
  await running.window.locator('main[data-path="/products"]').waitFor()
  expect(await isBeforeEngine(running)).toBe(false)
})

it('Today stands before the engine too', async () => {
  using folder = temporaryFolder()
  const home = join(folder.path, 'home')
  await copyDemoHome(inject('demoFolder'), home)
  {
    await using running = await launchApp({ home })
    await cellShown(running, '× 配置型')
    await openScreen(running.window, '/today')
    await running.window.locator('.page.today .row, .page.today [role=row]').first().waitFor()
  }
  expect(kept(home)).toBe(true)
  await using running = await launchApp({ home })
  await running.window.locator('main[data-path="/today"]').waitFor()
  await running.window.locator('.page.today .row, .page.today [role=row]').first().waitFor()
  expect(await isBeforeEngine(running)).toBe(true)
  expect(running.problems).toEqual([])
})
