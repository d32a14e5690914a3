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
import { askAhead } from './state/ask-ahead.ts'
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

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
const client = await connect()
askAhead(client)
await fonts
createRoot(root).render(<App client={client} />)
settleSoon()
setTimeout(() => void loadAhead(), AHEAD_MS)
