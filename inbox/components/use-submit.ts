import { useSignal } from '@preact/signals'
import type { Refusal } from '../wire/request.ts'

/** A form that is sent once at a time, and says why it was not taken. */
export function useSubmit(send: () => Promise<Refusal | null>) {
  const busy = useSignal(false)
  const problem = useSignal<string | null>(null)
  return {
    busy: busy.value,
    problem: problem.value,
    async submit(event: Event) {
      event.preventDefault()
      if (busy.peek()) return
      busy.value = true
      problem.value = null
      const refusal = await send()
      busy.value = false
      problem.value = refusal?.message ?? null
    },
  }
}
