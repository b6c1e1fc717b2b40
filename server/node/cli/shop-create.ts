import { createShop } from '../../shops/create-shop.ts'
import { shopSlug } from '../../shops/shop-slug.ts'
import { createShopFile } from '../shop-files.ts'
import { type Command, CommandError } from './command.ts'
import { readOptions, required } from './read-options.ts'
import { serverUrl, snippet } from './snippet.ts'

export const shopCreate: Command = {
  usage: 'shop create --name N [--origin O…]',
  help: 'Makes a shop and prints the script tag for its pages. --origin names a site that may use it, such as https://shop.example; give it once for each site. While the server listens on this machine only, pages of this machine may use it without.',
  async run(args, { config, print, say }) {
    const { options } = readOptions(args, { name: 'text', origin: 'texts' })
    const name = required(options.name, '--name')
    const id = shopSlug(name)
    if (id === undefined) {
      throw new CommandError(
        'The name needs at least two Latin letters or digits to make an id of.',
      )
    }
    await createShopFile(config.dataDir, id, (db) =>
      createShop(db, { name, origins: options.origin }),
    )
    say(`The shop "${id}" is made. Put this before </body> on its pages:`)
    print(snippet(serverUrl(config), id))
    return 0
  },
}
