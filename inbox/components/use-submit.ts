import { useSignal } from '@preact/signals'
import type { Refusal } from '../wire/request.ts'

/** A form that is sent once at a time, and says why it was not taken. */
export function useSubmit(send: () => Promise<Refusal | null>) {
  const busy = useSignal(false)
  const refusal = useSignal<Refusal | null>(null)
  return {
    busy: busy.value,
    problem: refusal.value?.message ?? null,
    /** Which of its fields the server did not take, where it says so. */
    field: refusal.value?.details.field,
    async submit(event: Event) {
      event.preventDefault()
      if (busy.peek()) return
      busy.value = true
      refusal.value = null
      refusal.value = await send()
      busy.value = false
    },
  }
}
