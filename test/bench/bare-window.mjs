import { app, BrowserWindow } from 'electron'

const page =
  '<!doctype html><title>bare</title><script>requestAnimationFrame(() => setTimeout(() => performance.mark("bare")))</script>'

app.on('window-all-closed', () => app.quit())
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`data:text/html,${encodeURIComponent(page)}`)
})
