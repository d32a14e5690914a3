import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { expect, it } from 'vitest'
import { createEngine } from '../../src-main/engine.ts'
import { Client } from '../../src-main/model/client.ts'
import { projectRoot } from '../helpers/project-root.ts'
import { sampleRow } from '../helpers/sample-rows.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { testDesktop } from '../helpers/test-desktop.ts'

it('every export of clients or of the matrix is logged with its mask, the latest first; one that was called off is not', async () => {
  using folder = temporaryFolder()
  const answers: (string | null)[] = ['/desk/one.csv', '/desk/two.csv', null, '/desk/matrix.csv']
  const files: string[] = []
  const engine = createEngine({
    home: folder.path,
    resources: join(projectRoot, 'resources'),
    demo: false,
    keyStore: null,
    desktop: testDesktop({
      saveFile: (_name, _kind, bytes) => {
        const path = answers.shift() ?? null
        if (path !== null) files.push(Buffer.from(bytes).toString('utf8'))
        return Promise.resolve(path)
      },
    }),
  })
  await engine.ready
  const api = createRouterClient(engine.router)
  await api.session.create({ passcode: 'correct horse 9' })
  expect(await api.clients.exports({ limit: 9 })).toEqual({ total: 0, lines: [] })
  const client = Client.parse({ ...sampleRow('clients', 1), name: '陆知远' })
  engine.session.opened().workspace.store.write(tx => tx.clients.put(client))
  const asked = {
    ids: [client.id],
    columns: [{ field: 'name', title: '客户' } as const],
    title: '客户',
    format: 'csv',
    locale: 'zh-CN',
  } as const
  await api.clients.export({ ...asked, masked: true })
  await api.clients.export({ ...asked, masked: false })
  expect(await api.clients.export({ ...asked, masked: false })).toMatchObject({ path: null })
  await api.matrix.export({ what: 'matrix', title: '矩阵', format: 'csv', header: ['层级'], rows: [[5]] })
  expect((await api.clients.exports({ limit: 9 })).lines).toMatchObject([
    { what: 'matrix', format: 'csv', masked: true, rows: 1, columns: ['层级'], path: '/desk/matrix.csv' },
    { what: 'clients', format: 'csv', masked: false, rows: 1, columns: ['name'], path: '/desk/two.csv' },
    { what: 'clients', format: 'csv', masked: true, rows: 1, columns: ['name'], path: '/desk/one.csv' },
  ])
  expect(await api.clients.exports({ limit: 1 })).toMatchObject({ total: 3, lines: [{ path: '/desk/matrix.csv' }] })
  const [masked = '', open = ''] = files
  expect(masked).toContain('陆*远')
  expect(masked).not.toContain('陆知远')
  expect(open).toContain('陆知远')
  await engine.close()
})
