import { BELL, Icon } from '../views/icon.tsx'
import { usePanel } from '../views/panel-context.ts'

/** Says at each answer that a machine speaks. */
export function AssistantName({ isWriting = false }: { isWriting?: boolean }) {
  const { texts } = usePanel()
  return (
    <h3 class="who row small">
      <Icon path={BELL} />
      {isWriting ? texts.assistantWriting : texts.assistant}
    </h3>
  )
}
