import { useAtom } from '../store/use-atom.ts'
import { listNames } from './format.ts'
import { BELL, Icon } from './icon.tsx'
import { usePanel } from './panel-context.ts'

const OK = 'm4.5 10.5 3.7 3.7 7.3-8'

/** The way to a person, in the same place in every state; once they know, it says so. */
export function PersonButton() {
  const { texts, model } = usePanel()
  const { conversation, events } = useAtom(model.thread)
  const unsent = useAtom(model.unsent)
  const phase = conversation?.phase
  const isKnown = phase?.name === 'teammate' || phase?.name === 'waiting'
  const isOff = isKnown || unsent.some((one) => one.text === undefined)
  const around = phase?.name === 'waiting' ? phase.teammatesAround : []
  const last = events.findLast((event) => event.type === 'conversation.handed_back')
  const words =
    phase?.name === 'teammate'
      ? texts.withYou(phase.teammate.name)
      : around.length
        ? texts.told(listNames(around, texts), around.length === 1)
        : phase?.name === 'waiting'
          ? texts.kept
          : last?.type === 'conversation.handed_back'
            ? texts.ringAgain(last.teammate.name)
            : texts.talkToPerson
  return (
    <button
      type="button"
      class="person-way grow row"
      // Not disabled: focus stays where it is.
      aria-disabled={isOff}
      onClick={() => isOff || model.askForPerson()}
    >
      <Icon path={isKnown ? OK : BELL} />
      {words}
    </button>
  )
}
