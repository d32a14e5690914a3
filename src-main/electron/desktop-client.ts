import type { Desktop, KeyStore } from '../engine.ts'
import type { HostClient } from './host-client.ts'

export const keyStoreOver = (host: HostClient): KeyStore => ({
  isReal: () => host.call('keyStoreAvailable', {}),
  wrap: secret => host.call('keyStoreWrap', { secret: new Uint8Array(secret) }),
  unwrap: wrapped => host.call('keyStoreUnwrap', { wrapped: new Uint8Array(wrapped) }),
})

export const desktopOver = (host: HostClient): Desktop => ({
  openPath: async path => {
    await host.call('openPath', { path })
  },
  chooseSavePath: suggested => host.call('chooseSavePath', { suggested }),
  chooseFiles: (title, extensions) => host.call('chooseFiles', { title, extensions: [...extensions] }),
  printToPdf: html => host.call('printToPdf', { html }),
})
