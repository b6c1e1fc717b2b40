import { useApp } from '../context.ts'
import { Icon, type IconName } from './icon.tsx'

/** The key that does the same, printed beside the action; gone when single keys are switched off. */
export function KeyHint({ children, icon }: { children?: string; icon?: IconName }) {
  const { singleKeys } = useApp().preferences
  if (!icon && !singleKeys.value) return null
  return (
    <span class="key" aria-hidden="true">
      {icon ? <Icon name={icon} size={12} /> : children}
    </span>
  )
}
