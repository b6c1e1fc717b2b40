import { deriveRoomKeys } from '../../rooms/derive-room-keys.ts'
import { readOrMakeSecret } from '../read-or-make-secret.ts'
import type { Command } from './command.ts'
import { readOptions } from './read-options.ts'

export const roomsKeys: Command = {
  usage: 'rooms keys',
  help: 'Prints the two keys that deployed rooms share with this server, as JSON for "wrangler secret bulk". They are derived from COUNTERBELL_SECRET, or from the secret in DATA_DIR. Whoever has them can read and write in every room.',
  async run(args, { config, print }) {
    readOptions(args, {})
    const keys = await deriveRoomKeys(config.secret ?? readOrMakeSecret(config.dataDir))
    print(JSON.stringify({ ROOM_TOKEN_KEY: keys.tokenKey, ROOM_PUBLISH_KEY: keys.publishKey }))
    return 0
  },
}
