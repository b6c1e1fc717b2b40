import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Page } from '../../../protocol/messages.ts'
import { createPanelStorage } from '../storage/panel-storage.ts'
import { newClientId } from '../storage/random-id.ts'
import { ApiError } from './api-client.ts'
import type { RetryDecision } from './decide-retry.ts'
import { createOutbox, type Unsent } from './outbox.ts'

const PAGE: Page = { url: 'https://marlow.example/', title: 'Marlow' }
const message = (text: string): Unsent => ({ clientId: newClientId(), text, page: PAGE })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function setUp(post: (unsent: Unsent) => Promise<void>, hasConversation = true) {
  // Node has no localStorage here: every key is kept in memory.
  const storage = createPanelStorage('demo')
  const troubles: (RetryDecision | null)[] = []
  const open = () =>
    createOutbox({
      storage,
      hasConversation: () => hasConversation,
      post,
      onTrouble: (decision) => troubles.push(decision),
    })
  return { storage, troubles, open, outbox: open() }
}

describe('outbox', () => {
  it('sends one after the other, in the order of writing', async () => {
    const posted: string[] = []
    const letGo: (() => void)[] = []
    const { outbox } = setUp((unsent) => {
      posted.push(unsent.text ?? '')
      return new Promise((stored) => letGo.push(stored))
    })
    outbox.add(message('one'))
    outbox.add(message('two'))
    await vi.waitFor(() => expect(posted).toEqual(['one']))
    letGo[0]?.()
    await vi.waitFor(() => expect(posted).toEqual(['one', 'two']))
  })

  it('keeps a text until its event has come, and in storage only until the server has it', async () => {
    const { outbox, storage } = setUp(async () => {})
    const one = message('one')
    outbox.add(one)
    expect(storage.read('unsent')).toContain('one')
    await vi.waitFor(() => expect(storage.read('unsent')).toBeNull())
    expect(outbox.list.get().map(({ text }) => text)).toEqual(['one'])
    outbox.remove(one.clientId)
    expect(outbox.list.get()).toEqual([])
  })

  it('tries again under the same client id, waiting longer each time', async () => {
    const tries: string[] = []
    let isUp = false
    const { outbox, troubles } = setUp(async (unsent) => {
      tries.push(unsent.clientId)
      if (!isUp) throw new ApiError(0, 'unavailable')
    })
    outbox.add(message('one'))
    await vi.advanceTimersByTimeAsync(0)
    await vi.advanceTimersByTimeAsync(1_000)
    await vi.advanceTimersByTimeAsync(2_000)
    isUp = true
    await vi.advanceTimersByTimeAsync(4_000)
    expect(new Set(tries).size).toBe(1)
    expect(tries.length).toBe(4)
    expect(troubles.map((trouble) => trouble && 'afterMs' in trouble && trouble.afterMs)).toEqual([
      1_000,
      2_000,
      4_000,
      null,
    ])
  })

  it('waits as long as the server says when it was too quick', async () => {
    let calls = 0
    const { outbox, troubles } = setUp(async () => {
      if (++calls === 1) throw new ApiError(429, 'rate_limited', 7_000)
    })
    outbox.add(message('one'))
    await vi.advanceTimersByTimeAsync(6_999)
    expect(calls).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(calls).toBe(2)
    expect(troubles[0]).toEqual({ kind: 'later', reason: 'too_fast', afterMs: 7_000 })
  })

  it('marks what is refused, goes on with the next, and gives it back on wish', async () => {
    const { outbox } = setUp(async ({ text }) => {
      if (text === 'bad') throw new ApiError(400, 'message_malformed')
    })
    const bad = message('bad')
    outbox.add(bad)
    outbox.add(message('good'))
    await vi.waitFor(() => expect(outbox.list.get().at(-1)?.isStored).toBe(true))
    expect(outbox.list.get()[0]?.refused).toBe('message_malformed')
    outbox.remove(bad.clientId)
    expect(outbox.list.get().map(({ text }) => text)).toEqual(['good'])
  })

  it('begins anew when its token is not known any more, and the next outbox has the text', async () => {
    const { outbox, troubles, storage, open } = setUp(async () => {
      throw new ApiError(401, 'unauthenticated')
    })
    outbox.add(message('typed text'))
    await vi.waitFor(() => expect(troubles).toEqual([{ kind: 'anew' }]))
    expect(storage.read('unsent')).toContain('typed text')
    expect(
      open()
        .list.get()
        .map(({ text }) => text),
    ).toEqual(['typed text'])
  })

  it('does not begin anew for ever: without a conversation a 401 is a refusal', async () => {
    const { outbox } = setUp(async () => {
      throw new ApiError(401, 'unauthenticated')
    }, false)
    outbox.add(message('one'))
    await vi.waitFor(() => expect(outbox.list.get()[0]?.refused).toBe('unauthenticated'))
  })

  it('leaves in storage what another tab has not sent yet', async () => {
    const letGo: (() => void)[] = []
    const { storage, open } = setUp(() => new Promise((stored) => letGo.push(stored)))
    const [first, second] = [open(), open()]
    const stored = () =>
      open()
        .list.get()
        .map(({ text }) => text)
    first.add(message('one'))
    second.add(message('two'))
    expect(stored()).toEqual(['one', 'two'])
    letGo[0]?.()
    await vi.waitFor(() => expect(first.list.get()[0]?.isStored).toBe(true))
    expect(stored()).toEqual(['two'])
    letGo[1]?.()
    await vi.waitFor(() => expect(storage.read('unsent')).toBeNull())
  })

  it('sends nothing any more once it is disposed: its text is the next outbox’s', async () => {
    const posted: string[] = []
    const fail: (() => void)[] = []
    const { outbox, open } = setUp(({ text }) => {
      posted.push(text ?? '')
      return new Promise((_, reject) => fail.push(() => reject(new ApiError(0, 'unavailable'))))
    })
    outbox.add(message('one'))
    outbox.add(message('two'))
    outbox.dispose()
    fail[0]?.()
    await vi.advanceTimersByTimeAsync(60_000)
    outbox.retry()
    expect(posted).toEqual(['one'])
    expect(open().list.get().length).toBe(2)
  })

  it('takes nothing from storage that is not its own', () => {
    const storage = createPanelStorage('demo')
    for (const junk of ['{broken', '7', 'null', '[1,{"x":2},null]']) {
      storage.write('unsent', junk)
      const outbox = createOutbox({
        storage,
        hasConversation: () => false,
        post: async () => {},
        onTrouble: () => {},
      })
      expect(outbox.list.get()).toEqual([])
    }
  })
})
