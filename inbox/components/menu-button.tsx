import { useInbox } from '../context.ts'
import { Avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'
import { Menu } from './menu.tsx'
import { Popover } from './popover.tsx'

/** Opens what is about the person and the page: in the rail, and on a phone in the list's head. */
export function MenuButton({ place }: { place: 'rail' | 'list' }) {
  const { me } = useInbox()
  if (place === 'list') {
    return (
      <Popover
        class="list-menu"
        buttonClass="icon-button"
        label="Menu"
        face={<Icon name="menu" size={20} />}
      >
        {(close) => <Menu close={close} />}
      </Popover>
    )
  }
  const face = (
    <>
      <Avatar face={me} />
      <span dir="auto">{me.name}</span>
    </>
  )
  return (
    <Popover class="rail-menu" buttonClass="me" face={face}>
      {(close) => <Menu close={close} />}
    </Popover>
  )
}
