import { useEffect } from 'preact/hooks'
import { InboxContext, useApp, useInbox } from '../context.ts'
import { ConversationList } from './conversation-list.tsx'
import { KeysSheet } from './keys-sheet.tsx'
import { Rail } from './rail.tsx'
import { SetPasswordForm } from './set-password-form.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { SignPage } from './sign-page.tsx'
import { TabBar } from './tab-bar.tsx'
import { Thread } from './thread.tsx'
import { useShortcuts } from './use-shortcuts.ts'

/** The staff page: behind the sign-in the inbox, before it the door. */
export function InboxApp() {
  const { session, inbox } = useApp()
  const state = session.state.value
  switch (state.name) {
    case 'starting':
      return null
    case 'no_shop':
      return (
        <SignPage title="No shop here" line="This address names no shop. Look at the link again." />
      )
    case 'unreachable':
      return (
        <SignPage title="Counterbell" line="The server is not answering">
          <div class="sign-form">
            <p role="alert">{state.refusal.message}</p>
            <button type="button" class="button button-1 button-large" onClick={session.start}>
              Try again
            </button>
          </div>
        </SignPage>
      )
    case 'holds_link':
      return <SetPasswordForm shopName={state.shopName} token={state.token} />
    case 'signed_out':
      return <SignInForm shopName={state.shopName} ended={state.ended} />
    case 'signed_in':
      return (
        inbox.value && (
          <InboxContext.Provider value={inbox.value}>
            <InboxScreen />
          </InboxContext.Provider>
        )
      )
  }
}

function InboxScreen() {
  const { route, keysShown, announcement, title, thread } = useInbox()
  const { preferences } = useApp()
  useShortcuts()
  useEffect(() => {
    document.title = title.value
  }, [title.value])
  const isOpen = route.value.conversationId !== null
  const hasDetails = preferences.detailsOpen.value && thread.value?.log.conversation.value
  return (
    <div
      class="inbox"
      data-screen={isOpen ? 'thread' : 'list'}
      data-details={hasDetails ? 'open' : 'closed'}
    >
      <Rail />
      <ConversationList />
      <Thread />
      <TabBar />
      {keysShown.value && <KeysSheet />}
      <p class="sr" role="status">
        {announcement.value}
      </p>
    </div>
  )
}
