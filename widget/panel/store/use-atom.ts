import { useEffect, useState } from 'preact/hooks'
import type { Atom } from './atom.ts'

/** The atom's value; the component renders again when it changes. */
export function useAtom<T>(atom: Atom<T>): T {
  const [, redraw] = useState<T>()
  useEffect(() => {
    const listen = () => redraw(atom.get())
    // What changed between the first render and this effect would be missed otherwise.
    listen()
    return atom.watch(listen)
  }, [atom])
  return atom.get()
}
