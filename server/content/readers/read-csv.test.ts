import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from './read-csv.ts'

const SPECTRUM = dirname(createRequire(import.meta.url).resolve('csv-spectrum/package.json'))

/** In one file the package's JSON slips: one object for the list, and another telephone number than its CSV. */
function expectedFor(name: string): unknown {
  const json = JSON.parse(readFileSync(join(SPECTRUM, 'json', `${name}.json`), 'utf8'))
  return name === 'location_coordinates'
    ? [{ ...json, 'Contact Phone Number': '2095257564' }]
    : json
}

describe('csv-spectrum', () => {
  const files = readdirSync(join(SPECTRUM, 'csvs'))

  it('has its 12 files', () => expect(files).toHaveLength(12))

  it.each(files)('reads %s to the JSON beside it', (file) => {
    const { header, rows, refused } = readCsv(readFileSync(join(SPECTRUM, 'csvs', file), 'utf8'))
    const objects = rows.map(({ values }) =>
      Object.fromEntries(header.map((name, at) => [name, values[at]])),
    )
    expect(objects).toEqual(expectedFor(basename(file, '.csv')))
    expect(refused).toEqual([])
  })
})

describe('lines', () => {
  it('counts them through quoted line breaks of either kind and blank lines', () => {
    for (const end of ['\n', '\r\n']) {
      const text = ['a,b', '"x', 'y",1', '', '2,3'].join(end)
      expect(readCsv(text).rows.map(({ line }) => line)).toEqual([2, 5])
    }
  })

  it('refuses a row with too few or too many values and keeps the others', () => {
    const { rows, refused } = readCsv('a,b\n1\n2,3\n4,5,6\n')
    expect(rows).toEqual([{ line: 3, values: ['2', '3'] }])
    expect(refused.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'row_ragged'],
      [4, 'row_ragged'],
    ])
  })

  it('goes on behind a quote that never closes', () => {
    const { rows, refused } = readCsv('a,b\n1,2\n"3,4\n5,6\n7,8\n')
    expect(rows.map(({ values }) => values)).toEqual([
      ['1', '2'],
      ['5', '6'],
      ['7', '8'],
    ])
    expect(refused.map(({ line, reason }) => [line, reason])).toEqual([[3, 'quote_not_closed']])
  })

  it('takes an inch mark inside a value for what it is', () => {
    expect(readCsv('a,b\n36" waist,1\n').rows[0]?.values).toEqual(['36" waist', '1'])
  })

  it('ends on a file that is nothing but quotes that open', () => {
    const { refused } = readCsv(`a,b\n${'"x,\n'.repeat(2001)}`)
    expect(refused.length).toBeGreaterThan(0)
  })
})

describe('separators', () => {
  it.each([',', ';', '\t'])('tells %j by the header', (separator) => {
    const { header, rows } = readCsv(`a${separator}"b,;x"\n1${separator}2\n`)
    expect([header, rows[0]?.values]).toEqual([
      ['a', 'b,;x'],
      ['1', '2'],
    ])
  })
})

it('reads back any table of any text to the letter', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 })
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
    )
  fc.assert(
    fc.property(table, fc.constantFrom(',', ';', '\t'), (rows, separator) => {
      const quoted = rows.map((row) =>
        row.map((value) => `"${value.replaceAll('"', '""')}"`).join(separator),
      )
      const read = readCsv(quoted.join('\n'))
      expect([read.header, ...read.rows.map(({ values }) => values)]).toEqual(rows)
    }),
  )
})
