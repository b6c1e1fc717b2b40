import type { PublicFace } from '../../protocol/authors.ts'

export function Avatar({ face, size }: { face: Omit<PublicFace, 'id'>; size?: 'small' }) {
  return (
    <span class={size ? `avatar avatar-${size}` : 'avatar'} aria-hidden="true">
      {face.picture ? <img src={face.picture} alt="" /> : face.initials}
    </span>
  )
}
