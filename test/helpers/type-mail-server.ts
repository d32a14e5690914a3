import type { Page } from 'playwright'
import type { SmtpOffice } from './smtp-office.ts'

/** Types the mail server into the settings as an advisor would, tries it and keeps it. */
export async function typeMailServer(window: Page, { server }: SmtpOffice): Promise<void> {
  const mail = window.getByRole('form', { name: '邮件' })
  await mail.getByRole('radio', { name: '无（仅本机中继）' }).click()
  await mail.getByLabel('服务器').fill(server.host)
  await mail.getByLabel('端口').fill(String(server.port))
  await mail.getByLabel('用户名').fill(server.user ?? '')
  await mail.getByLabel('密码').fill(server.password ?? '')
  await mail.getByLabel('发件人').fill(server.fromName)
  await mail.getByLabel('发件地址').fill(server.fromAddress)
  await mail.getByRole('button', { name: '测试连接' }).click()
  await mail.getByText('连接成功').waitFor()
  await mail.getByRole('button', { name: '保存' }).click()
}
