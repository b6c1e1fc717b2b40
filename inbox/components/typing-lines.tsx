import { useThread } from './thread-context.ts'
import { TypingDots } from './typing-dots.tsx'

export function TypingLines() {
  const { typing } = useThread()
  return (
    <>
      {typing.visitor.value && (
        <div class="typing">
          <span class="typing-box">
            <TypingDots />
          </span>
          <span>The visitor is typing</span>
        </div>
      )}
      {typing.teammates.value.map((face) => (
        <div key={face.id} class="typing typing-teammate">
          <span class="typing-box">
            <TypingDots />
          </span>
          <span dir="auto">{face.name} is typing</span>
        </div>
      ))}
    </>
  )
}
