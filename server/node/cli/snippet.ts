import type { ShopId } from '../../../protocol/ids.ts'
import type { Config } from '../config.ts'

/** Calls before the loader has come are queued, which the first script is for. */
export function snippet(url: string, shopId: ShopId): string {
  return [
    '<script>window.Counterbell=window.Counterbell||function(){(Counterbell.q=Counterbell.q||[]).push(arguments)}</script>',
    `<script async src="${url}/widget.js" data-shop="${shopId}"></script>`,
  ].join('\n')
}

/** Where the server is reached from outside, as far as its settings say. */
export function serverUrl({ publicUrl, host, port }: Config): string {
  if (publicUrl !== undefined) return publicUrl
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}
