import type { Session } from 'electron'

/** The window needs no camera, no location, no notification; only copying to the clipboard. */
export const denyPermissions = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === 'clipboard-sanitized-write'),
  )
  session.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write')
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !/^(workstation:|devtools:|data:|blob:|(http|ws):\/\/localhost:)/.test(details.url) }),
  )
}
