/** The groups that the shop sorts its pieces into, and the page each belongs to. */
export interface Group {
  id: string
  name: string
  categories: string[]
}

export interface Department {
  path: string
  name: string
  heading: string
  groups: Group[]
}

const group = (id: string, name: string, ...categories: string[]): Group => ({
  id,
  name,
  categories,
})

const CLOTHING: Department = {
  path: '/clothing',
  name: 'Clothing',
  heading: 'Clothing',
  groups: [
    group('jackets-and-coats', 'Jackets and coats', 'jacket', 'coat'),
    group('shirts-and-blouses', 'Shirts and blouses', 'shirt', 'blouse'),
    group('dresses-and-skirts', 'Dresses and skirts', 'dress', 'skirt'),
    group('trousers-and-jeans', 'Trousers and jeans', 'trousers', 'jeans'),
    group('knitwear-and-waistcoats', 'Knitwear and waistcoats', 'knit', 'waistcoat'),
  ],
}

const SMALL_THINGS: Department = {
  path: '/small-things',
  name: 'Shoes and small things',
  heading: 'Shoes and small things',
  groups: [
    group('shoes-and-boots', 'Shoes and boots', 'shoes', 'boots'),
    group('small-things', 'Bags, hats and small things', 'bag', 'hat', 'scarf', 'belt', 'tie'),
  ],
}

const HOUSE: Department = {
  path: '/house',
  name: 'For the house',
  heading: 'For the house',
  groups: [
    group('lamps-and-clocks', 'Lamps, radios and clocks', 'lamp', 'radio', 'clock'),
    group('pots', 'Vases and jugs', 'vase'),
    group('furniture', 'Chairs and mirrors', 'chair', 'mirror'),
    group('blankets', 'Blankets', 'blanket'),
  ],
}

const EVERYTHING: Department = {
  path: '/everything',
  name: 'Everything',
  heading: 'Everything in the shop',
  groups: [
    ...CLOTHING.groups,
    ...SMALL_THINGS.groups,
    group('house', 'For the house', ...HOUSE.groups.flatMap((one) => one.categories)),
  ],
}

export const DEPARTMENTS: Department[] = [EVERYTHING, CLOTHING, SMALL_THINGS, HOUSE]

const holds = (department: Department, category: string): boolean =>
  department.groups.some((one) => one.categories.includes(category))

/** The department a category is sold in, the general one aside, and its group there. */
export function placeOf(category: string): { department: Department; group: Group | undefined } {
  const department =
    DEPARTMENTS.find((one) => one !== EVERYTHING && holds(one, category)) ?? EVERYTHING
  return { department, group: department.groups.find((one) => one.categories.includes(category)) }
}
