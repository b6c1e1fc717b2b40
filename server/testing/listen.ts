import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'

export type Listening = { url: string; port: number; close(): Promise<void> }

/** The app on a free port of loopback, over real sockets. */
export function listen(app: Hono<AppEnv>): Promise<Listening> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, onListening)
    const close = () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
    function onListening({ port }: AddressInfo) {
      resolve({ url: `http://127.0.0.1:${port}`, port, close })
    }
  })
}
