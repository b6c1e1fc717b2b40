import { type Browser, chromium } from 'playwright-core'
import { findChromium } from '../node/build/find-chromium.mjs'

/**
 * What a test has no use for. For its address bar each window loads a page of the browser's own, which is
 * half of what a window costs; of several such lists Chromium obeys the last, so Playwright's stand here too.
 */
const UNUSED_FEATURES = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'CDPScreenshotNewSurface',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]

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
      `--disable-features=${UNUSED_FEATURES.join(',')}`,
      ...more,
    ],
  })
}
