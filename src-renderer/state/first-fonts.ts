/** 客, which is no text of the window: it only names the Chinese face. */
const chinese = String.fromCodePoint(0x5ba2)
/** A letter of each face that stands on every screen; the short dash has one of its own (`ui/fonts.css`). */
const faces = [
  ['400', `-a${chinese}`],
  ['500', `a${chinese}`],
  ['600', `a${chinese}`],
] as const

/**
 * Settles when the faces of the first screen are there. Text that is laid out before them asks the system for a substitute,
 * letter by letter and through the main process, and is laid out again when they come.
 */
export const firstFonts = async (): Promise<void> => {
  const loads = faces.map(([weight, text]) =>
    document.fonts.load(`${weight} 12px Dash, Inter, "Noto Sans SC Cut"`, text),
  )
  // without one of them the substitute is better than no window
  await Promise.allSettled(loads)
}
