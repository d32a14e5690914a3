import { createRoot } from 'react-dom/client'
import 'virtual:cut-fonts.css'
import './ui/fonts.css'
import './ui/base.css'
import './ui/parts.css'
import './ui/fields.css'
import './ui/small-parts.css'
import './shell/shell.css'
import './shell/print.css'
import './shell/dialogs.css'
import { connect } from './api.ts'
import { App } from './app.tsx'
import { router } from './routes.tsx'
import { goToStart } from './shell/start-page.tsx'
import { windowName } from './shell/window-name.ts'
import { askAgain, askAhead } from './state/ask-ahead.ts'
import { firstFonts } from './state/first-fonts.ts'
import { loadAhead } from './state/later.tsx'
import { settleSoon } from './state/settled.ts'
import { startI18n } from './i18n/i18n.ts'
import { applyTokens } from './theme.ts'
import { rememberedLook, systemMode } from './state/look.ts'

/** Long enough to leave the start alone. */
const AHEAD_MS = 3000

const fonts = firstFonts()
const look = rememberedLook()
applyTokens(look.theme === 'system' ? systemMode() : look.theme, look.upColour, look.density)
startI18n(look.locale)
document.documentElement.lang = look.locale

// a function, since what is loaded later waits for this file to be through
const start = async (): Promise<void> => {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  const { client, first } = await connect()
  const isAnswered = first.has(['windows', 'route'], { name: windowName })
  if (!isAnswered) {
    first.forget()
    window.desk?.wantEngine()
  }
  askAhead(client)
  if (isAnswered) await goToStart(client, path => Promise.resolve(router.navigate(path, { replace: true })))
  await fonts
  createRoot(root).render(<App client={client} />)
  if (isAnswered) void askAgain(client, first)
  settleSoon()
  setTimeout(() => void loadAhead(), AHEAD_MS)
}

void start()
