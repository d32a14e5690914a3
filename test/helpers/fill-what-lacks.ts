import type { Locator } from 'playwright'

/** Gives the form of sending what the record of this client lacks: an address, a consent. */
export const fillWhatLacks = async (form: Locator): Promise<void> => {
  const address = form.getByLabel('客户邮箱')
  if ((await address.count()) > 0) {
    await address.fill('client@example.com')
    await form.getByRole('button', { name: '保存邮箱' }).click()
    await address.waitFor({ state: 'detached' })
  }
  const proof = form.getByLabel('凭据')
  if ((await proof.count()) > 0) await proof.fill('REC-2026-0001')
}
