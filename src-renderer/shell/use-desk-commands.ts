import { useEffect, useRef } from 'react'

/** Runs what was chosen in the menu of the program; `go:` carries the screen. */
export const useDeskCommands = (run: Readonly<Record<string, () => void>>, go: (path: string) => void): void => {
  const latest = useRef({ run, go })
  useEffect(() => {
    latest.current = { run, go }
  })
  useEffect(
    () =>
      window.desk?.onCommand(command => {
        if (command.startsWith('go:')) latest.current.go(command.slice(3))
        else latest.current.run[command]?.()
      }),
    [],
  )
}
