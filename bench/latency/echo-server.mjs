// @ts-check
// The floor of a delivery: a bare `ws` server in a process of its own that says everything back.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
server.on('connection', (socket) => socket.on('message', (data) => socket.send(data)))
server.on('listening', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') console.log(address.port)
})
