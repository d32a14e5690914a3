/** Name of this window, given by the desktop. */
export const windowName = new URLSearchParams(location.search).get('w') ?? 'first'
