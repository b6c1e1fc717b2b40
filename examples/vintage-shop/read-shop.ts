import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readArticle } from './articles/read-article.ts'
import { readGrades } from './articles/read-grades.ts'
import type { ArticleName, Shop } from './pages/shop.ts'
import { readStock } from './stock/read-stock.ts'

/** Reads stock, articles and the names of the drawings from the folder of this example. */
export function readShop(root: string): Shop {
  const read = (name: string): string => readFileSync(join(root, 'content', name), 'utf8')
  const article = (name: ArticleName) => readArticle(read(`${name}.md`))
  const articles = {
    'condition-guide': article('condition-guide'),
    care: article('care'),
    'shipping-and-returns': article('shipping-and-returns'),
    faq: article('faq'),
    about: article('about'),
  }
  return {
    stock: readStock(read('inventory.csv')),
    articles,
    grades: readGrades(articles['condition-guide']),
    drawings: new Set(readdirSync(join(root, 'public', 'art'))),
  }
}
