import type { CDPSession, Page } from 'playwright'

interface Node {
  readonly nodeId: number
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string
  readonly children?: readonly Node[]
}

const TEXT = 3

const textsBelow = (node: Node): readonly (readonly [parent: Node, text: string])[] => {
  const children = node.children ?? []
  const own = children.flatMap(child => (child.nodeType === TEXT ? [child.nodeValue.trim()] : [])).join('')
  return [...(own === '' ? [] : [[node, own] as const]), ...children.flatMap(textsBelow)]
}

const foreign = async (session: CDPSession, nodeId: number): Promise<readonly string[]> => {
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
  return fonts.filter(font => !font.isCustomFont).map(font => font.familyName)
}

/** What Chromium drew with a font of this machine instead of the program's own: the font, and the text it stands in. */
export const machineFonts = async (window: Page): Promise<readonly string[]> => {
  const session = await window.context().newCDPSession(window)
  try {
    await session.send('DOM.enable')
    await session.send('CSS.enable')
    const { root } = await session.send('DOM.getDocument', { depth: -1 })
    const found = new Set<string>()
    for (const [{ nodeId, nodeName }, text] of textsBelow(root)) {
      if (['SCRIPT', 'STYLE', 'TITLE', 'NOSCRIPT'].includes(nodeName)) continue
      for (const font of await foreign(session, nodeId)) found.add(`${font}: ${text.slice(0, 60)}`)
    }
    return [...found]
  } finally {
    await session.detach()
  }
}
