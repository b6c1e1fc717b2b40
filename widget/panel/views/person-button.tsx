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
  const isAsking = unsent.some((one) => one.text === undefined)
  if (phase?.name === 'teammate' || phase?.name === 'waiting') {
    const around = phase.name === 'waiting' ? phase.teammatesAround : []
    return (
      <span class="person-way grow row">
        <Icon path={OK} />
        {phase.name === 'teammate'
          ? texts.withYou(phase.teammate.name)
          : around.length
            ? texts.told(listNames(around, texts), around.length === 1)
            : texts.teamTold}
      </span>
    )
  }
  const last = events.findLast((event) => event.type === 'conversation.handed_back')
  return (
    <button
      type="button"
      class="person-way grow row"
      disabled={isAsking}
      onClick={model.askForPerson}
    >
      <Icon path={BELL} />
      {last?.type === 'conversation.handed_back'
        ? texts.ringAgain(last.teammate.name)
        : texts.talkToPerson}
    </button>
  )
}
