import { readSettings } from '../../shops/read-settings.ts'
import { listShopIds } from '../shop-files.ts'
import type { Command } from './command.ts'
import { readOptions } from './read-options.ts'
import { withShop } from './with-shop.ts'

export const shopList: Command = {
  usage: 'shop list',
  help: 'Prints a line for each shop: its id, its name, and the sites that may use it.',
  async run(args, terminal) {
    readOptions(args, {})
    const { dataDir } = terminal.config
    const ids = listShopIds(dataDir)
    if (ids.length === 0) terminal.say(`There is no shop in ${dataDir} yet.`)
    for (const id of ids) {
      const { name, origins } = await withShop(terminal, id, (db) => readSettings(db))
      terminal.print([id, name, ...origins].join('\t'))
    }
    return 0
  },
}
