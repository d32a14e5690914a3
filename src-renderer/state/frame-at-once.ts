const KEY = 'frame'

/**
 * Whether the last run stood in a book that opens by itself, with nobody answering questions in it: then the next start need not wait
 * for the engine to say so before it shows the empty frame and asks for the first screen. Holds no client data; a start that is mistaken
 * goes back to the gate as soon as the engine answers.
 */
export const frameAtOnce = (): boolean => {
  try {
    return localStorage.getItem(KEY) === '1'
  } catch {
    return false
  }
}

export const keepFrameAtOnce = (is: boolean): void => {
  try {
    localStorage.setItem(KEY, is ? '1' : '0')
  } catch {
    // without storage each start waits for the engine; nothing is lost
  }
}
