import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../../src-main/engine.ts'
import { launchApp } from '../helpers/electron-app.ts'
import { projectRoot } from '../helpers/project-root.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const passcode = 'lock-test-7'

describe('Ctrl L', () => {
  it('takes the book off the screen at once and asks for the passcode', async () => {
    using folder = temporaryFolder()
    const resources = join(projectRoot, 'resources')
    const engine = createEngine({ home: folder.path, resources, demo: false, keyStore: null, desktop: null })
    await engine.ready
    await engine.session.create(passcode)
    await engine.close()
    await using running = await launchApp({ home: folder.path, demo: false })
    const { window } = running
    const field = window.getByLabel('口令', { exact: true })
    await field.fill(passcode)
    await window.keyboard.press('Enter')
    await window.locator('.nav').waitFor({ timeout: 60_000 })
    // behind a passcode no frame of the book stands before the gate, at this start and the next
    expect(await window.evaluate(() => localStorage.getItem('frame'))).toBe('0')
    await window.keyboard.press('Control+l')
    await field.waitFor({ timeout: 60_000 })
    expect(await window.locator('.nav, .page').count()).toBe(0)
  })
})
