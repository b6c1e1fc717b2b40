import type { ShopId } from '../../../protocol/ids.ts'
import type { Config } from '../config.ts'
import { localUrl } from '../local-url.ts'

/** Calls before the loader has come are queued, which the first script is for. */
export function snippet(url: string, shopId: ShopId): string {
  return [
    '<script>window.Counterbell=window.Counterbell||function(){(Counterbell.q=Counterbell.q||[]).push(arguments)}</script>',
    `<script async src="${url}/widget.js" data-shop="${shopId}"></script>`,
  ].join('\n')
}

/** Where the server is reached from outside, as far as its settings say. */
export function serverUrl(config: Config): string {
  return config.publicUrl ?? localUrl(config)
}
