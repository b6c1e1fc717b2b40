import './styles/index.css'
import { render } from 'preact'
import { InboxApp } from './components/inbox-app.tsx'
import { AppContext } from './context.ts'
import { createAppModel } from './models/app-model.ts'
import { followVisibleHeight } from './models/follow-visible-height.ts'
import { linkTokenOf } from './models/link-token.ts'
import { applyAppearance } from './models/preferences-model.ts'

const linkToken = linkTokenOf(location.hash)
// The token is a password until it is spent: it leaves the address bar and the history at once.
if (linkToken) history.replaceState(null, '', location.pathname)

const [, , shop = ''] = location.pathname.split('/')
const app = createAppModel(shop, linkToken)
applyAppearance(document.documentElement, app.preferences)
followVisibleHeight(document.documentElement)
const root = document.getElementById('inbox')
if (root) {
  render(
    <AppContext.Provider value={app}>
      <InboxApp />
    </AppContext.Provider>,
    root,
  )
}
void app.session.start()
