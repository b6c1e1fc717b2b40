import type { Server } from 'node:http'
import { StartError } from './start-error.ts'

/** Listens, and says which port it is: the one asked for, or any free one for 0. */
export function listen(
  server: Server,
  address: { host: string; port: number; setting: string },
): Promise<number> {
  const { host, port, setting } = address
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(mendable(error, address)))
    server.listen(port, host, () => {
      const bound = server.address()
      if (bound && typeof bound === 'object') resolve(bound.port)
      else reject(new StartError(`${setting} ${port} could not be opened.`))
    })
  })
}

/** Says what to do about an address that cannot be had; other errors stay as they are. */
export function mendable(
  error: Error & { code?: string },
  { host, port, setting }: { host: string; port: number; setting: string },
): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(
        `Port ${port} is taken. Stop what listens there, or set ${setting} to another port.`,
      )
    case 'EACCES':
      return new StartError(`Port ${port} needs more rights. Set ${setting} to a port above 1023.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(`This machine has no address ${host}. Set HOST to one that it has.`)
    default:
      return error
  }
}
