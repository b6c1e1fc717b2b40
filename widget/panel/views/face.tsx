import type { PublicFace } from '../../../protocol/authors.ts'
import { usePanel } from './panel-context.ts'

/** Initials, and the picture over them where it loads. The name stands beside it in words. */
export function Face({ face }: { face: Pick<PublicFace, 'initials' | 'picture'> }) {
  const { api } = usePanel()
  return (
    <span class="face" aria-hidden="true">
      {face.initials}
      {face.picture && <img src={api.resolve(face.picture)} alt="" />}
    </span>
  )
}
