import { describe, expect, it } from 'vitest'
import { readItemsCsv } from './items-csv.ts'

const SITE = 'https://shop.example'
const read = (text: string) => readItemsCsv(text, SITE)
const reasons = (text: string) =>
  read(text).refused.map(({ line, reason }): [number, string] => [line, reason])
const itemOf = (header: string, row: string) => read(`${header}\n${row}\n`).rows[0]?.item

describe('the header', () => {
  it('is read in any case, and unknown columns become attributes in their order', () => {
    expect(itemOf('Code,TITLE,Pit to pit,size_label', 'A1,Coat,54 cm,M')).toEqual({
      code: 'A1',
      title: 'Coat',
      status: 'available',
      attributes: [
        { name: 'Pit to pit', value: '54 cm' },
        { name: 'Size label', value: 'M' },
      ],
    })
  })

  it('must name code and title', () => {
    const { rows, refused, unusable } = read('sku,title\nA1,Coat\n')
    expect(rows).toEqual([])
    expect(unusable).toBe(true)
    expect(refused).toMatchObject([{ line: 1, reason: 'header_missing' }])
    expect(refused[0]?.message).toBe(
      'The first line must name the columns; it lacks code. It names: sku, title. docs/content.md lists the names.',
    )
  })

  it('takes the first of two columns of one name and says so', () => {
    expect(reasons('code,title,Era,era\nA1,Coat,1960s,1970s\n')).toEqual([[1, 'header_repeated']])
    expect(itemOf('code,title,Era,era', 'A1,Coat,1960s,1970s')?.attributes).toEqual([
      { name: 'Era', value: '1960s' },
    ])
  })
})

describe('a header in another language', () => {
  it.each([
    ['Artikelnummer;Bezeichnung;Verfügbarkeit;Preis;Währung;Zustand;Bild', 'verkauft'],
    ['Référence;Désignation;Disponibilité;Prix;Devise;État;Photo', 'vendu'],
    ['Código;Título;Disponibilidad;Precio;Moneda;Estado;Imagen', 'vendido'],
    ['ARTIKELNR.;Titel;Lagerstatus;VK-Preis;Waehrung;Zustandsnote;Foto', 'ausverkauft'],
    ['code;title;availability;price;currency;condition;image', 'out of stock'],
  ])('%s names the known columns', (header, sold) => {
    expect(itemOf(header, `A1;Mantel;${sold};60,50;EUR;B+;/a.jpg`)).toEqual({
      code: 'A1',
      title: 'Mantel',
      status: 'sold',
      price: 60.5,
      currency: 'EUR',
      conditionGrade: 'B+',
      image: 'https://shop.example/a.jpg',
      attributes: [],
    })
  })

  it('gives a place to the usual name where two columns could have it', () => {
    expect(itemOf('Bezeichnung;code;title', 'Ein Mantel;A1;Mantel')).toMatchObject({
      title: 'Mantel',
      attributes: [{ name: 'Bezeichnung', value: 'Ein Mantel' }],
    })
  })

  it('reads a column that may mean state or sale by what stands in it', () => {
    expect(itemOf('code;title;Estado', 'A1;Abrigo;Reservado')).toMatchObject({ status: 'held' })
    expect(itemOf('code;title;Zustand', 'A1;Mantel;Ein Knopf fehlt')).toMatchObject({
      status: 'available',
      attributes: [{ name: 'Zustand', value: 'Ein Knopf fehlt' }],
    })
    expect(itemOf('code;title;Status;Zustand', 'A1;Mantel;verkauft;verfügbar')).toMatchObject({
      status: 'sold',
      attributes: [{ name: 'Zustand', value: 'verfügbar' }],
    })
  })
})

describe('rows', () => {
  it('keeps the good ones and names the bad ones by line', () => {
    const text = [
      'code,title,price,status',
      'A1,Coat,10,available',
      'A2,Hat,£20,available',
      'A1,Coat again,10,available',
      ',Nameless,10,available',
      'A5,,10,available',
      'A6,Bag,10,perhaps',
      'A7,Belt,12.5,sold',
    ].join('\n')
    expect(read(text).rows.map(({ line, item }) => [line, item.code])).toEqual([
      [2, 'A1'],
      [8, 'A7'],
    ])
    expect(reasons(text)).toEqual([
      [3, 'price_not_a_number'],
      [4, 'code_repeated'],
      [5, 'code_missing'],
      [6, 'title_missing'],
      [7, 'status_unknown'],
    ])
  })

  it('is unusable when every row is refused', () => {
    expect(read('code,title\n,x\n').unusable).toBe(true)
    expect(read('code,title\n')).toMatchObject({ unusable: true, refused: [{ reason: 'no_rows' }] })
  })

  it.each(['  A 1 ', 'ÄÖ/ü', '<b>', '田中', "'; DROP TABLE items; --"])(
    'keeps the code %j to the letter',
    (code) => {
      expect(itemOf('code,title', `"${code}",x`)?.code).toBe(code)
    },
  )
})

describe('price', () => {
  it.each([
    ['128', 128],
    ['128.5', 128.5],
    ['"128,50"', 128.5],
  ])('reads %s', (written, price) => {
    expect(itemOf('code,title,price', `A1,Coat,${written}`)?.price).toBe(price)
  })

  it.each(['£128', '1.234', '"1,234.50"', '-5', '1e3', 'ask', '12 EUR', 'NaN'])(
    'refuses %s',
    (written) => {
      expect(reasons(`code,title,price\nA1,Coat,${written}\n`)).toEqual([[2, 'price_not_a_number']])
    },
  )

  it('may be absent', () => {
    expect(itemOf('code,title,price', 'A1,Coat,')).not.toHaveProperty('price')
  })
})

describe('status', () => {
  it.each([
    ['', 'available'],
    ['In Stock', 'available'],
    ['reserviert', 'held'],
    ['on_hold', 'held'],
    ['Vendue', 'sold'],
    ['nicht verfügbar', 'sold'],
    ['vorrätig', 'available'],
    ['sold out', 'sold'],
  ])('reads %j as %s', (written, status) => {
    expect(itemOf('code,title,status', `A1,Coat,${written}`)?.status).toBe(status)
  })
})

describe('addresses', () => {
  it('are absolute or relative to the shop', () => {
    expect(itemOf('code,title,image,url', 'A1,Coat,/a b.svg,https://x.example/1')).toMatchObject({
      image: 'https://shop.example/a%20b.svg',
      url: 'https://x.example/1',
    })
    const withoutSite = readItemsCsv('code,title,url\nA1,Coat,/items/1\n', undefined)
    expect(withoutSite.rows[0]?.item.url).toBe('/items/1')
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://x.example'])('refuses %s', (url) => {
    expect(reasons(`code,title,url\nA1,Coat,"${url}"\n`)).toEqual([[2, 'url_not_valid']])
  })
})

it('drops what cannot be seen from values, not from codes', () => {
  const item = itemOf('code,title,notes', 'A\u200b1,Co\u{e0061}at,one\u200b two')
  expect(item).toMatchObject({ code: 'A\u200b1', title: 'Coat' })
  expect(item?.attributes).toEqual([{ name: 'Notes', value: 'one two' }])
})
