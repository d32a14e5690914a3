import type { Desktop, KeyStore } from '../engine.ts'
import type { HostClient } from './host-client.ts'

export const keyStoreOver = (host: HostClient): KeyStore => ({
  isReal: () => host.call('keyStoreAvailable', {}),
  wrap: secret => host.call('keyStoreWrap', { secret: new Uint8Array(secret) }),
  unwrap: wrapped => host.call('keyStoreUnwrap', { wrapped: new Uint8Array(wrapped) }),
})

export const desktopOver = (host: HostClient): Desktop => ({
  savePdf: (suggested, pdf) => host.call('savePdf', { suggested, pdf: new Uint8Array(pdf) }),
  saveFile: (suggested, ending, bytes) => host.call('saveFile', { suggested, ending, bytes: new Uint8Array(bytes) }),
  showPdf: async (title, pdf) => {
    await host.call('showPdf', { title, pdf: new Uint8Array(pdf) })
  },
  chooseFiles: (title, extensions) => host.call('chooseFiles', { title, extensions: [...extensions] }),
  chooseFolder: title => host.call('chooseFolder', { title }),
  printers: () => host.call('printers', {}),
  printOnPaper: (html, wish) => host.call('printOnPaper', { html, wish }),
  printToPdf: html => host.call('printToPdf', { html }),
})
