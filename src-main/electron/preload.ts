import { contextBridge, ipcRenderer } from 'electron'

let asked = false
let held: readonly MessagePort[] | null = null
let answers: unknown

const handOver = (): void => {
  if (!asked || held === null) return
  window.postMessage('engine-port', window.location.origin, [...held])
  held = null
}

ipcRenderer.on('engine-port', (event, first: unknown) => {
  answers = first
  held = event.ports
  handOver()
})

ipcRenderer.send('engine-port')

window.addEventListener('message', event => {
  if (event.source !== window || event.data !== 'engine-port-please') return
  asked = true
  handOver()
})

contextBridge.exposeInMainWorld('desk', {
  platform: process.platform,
  minimise: () => ipcRenderer.send('desk', { do: 'minimise' }),
  toggleMaximise: () => ipcRenderer.send('desk', { do: 'toggleMaximise' }),
  print: () => ipcRenderer.send('desk', { do: 'print' }),
  close: () => ipcRenderer.send('desk', { do: 'close' }),
  zoom: (step: number) => ipcRenderer.send('desk', { do: 'zoom', step }),
  fullScreen: (on: boolean) => ipcRenderer.send('desk', { do: 'fullScreen', on }),
  menu: (x: number, y: number) => ipcRenderer.send('desk', { do: 'menu', x, y }),
  locale: (locale: string) => ipcRenderer.send('desk', { do: 'locale', locale }),
  onCommand: (listen: (command: string) => void) => {
    const hear = (_event: unknown, command: string): void => listen(command)
    ipcRenderer.on('desk-command', hear)
    return () => ipcRenderer.off('desk-command', hear)
  },
  /** What the window may go by until the engine is up, null for nothing; not known before the engine's port is here. */
  answers: () => {
    const given = answers
    if (given !== undefined) answers = null
    return given
  },
  /** The first screen stands, or it wants more than the answers. */
  wantEngine: () => ipcRenderer.send('want-engine'),
  openWindow: (path: string) => ipcRenderer.send('desk', { do: 'openWindow', path }),
})
