import { type Browser, chromium } from 'playwright-core'
import { findChromium } from '../node/build/find-chromium.mjs'

/** A real Chromium. `more` are further arguments, `without` those of Playwright's own that a test must do without. */
export async function launchBrowser(more: string[] = [], without: string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    ignoreDefaultArgs: without,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  })
}
