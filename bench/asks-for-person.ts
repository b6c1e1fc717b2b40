// How well a wish for a person is heard, beside a naive word match:
// `node bench/run.mjs bench/asks-for-person.ts FILE [--misses]`, where FILE has one
// `{text, y, src, lang}` a line and `y` is 1 when the writer asks for a person.
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { Language } from '../protocol/language.ts'
import { asksForPerson } from '../server/escalation/asks-for-person.ts'
import { type LabelledMessage, readMessages } from './asks-for-person/read-messages.ts'

const NAIVE = /human|agent|person|representative/i

const [file, misses] = process.argv.slice(2)
if (file === undefined) {
  console.error('usage: node bench/run.mjs bench/asks-for-person.ts FILE [--misses]')
  process.exit(2)
}
const rows = readRows(file)

const beganAt = performance.now()
const judged = rows.map((row) => ({
  ...row,
  ours: asksForPerson(row.text, languageOf(row)),
  naive: NAIVE.test(row.text),
}))
const usEach = ((performance.now() - beganAt) * 1000) / rows.length

const groups = [...new Set(rows.map(({ src, lang }) => `${src} ${lang}`))].sort()
const table: Record<string, object> = {}
for (const group of groups) {
  table[group] = scores(judged.filter(({ src, lang }) => `${src} ${lang}` === group))
}
table.all = scores(judged)
table['all, languages of ours'] = scores(judged.filter(({ lang }) => v.is(Language, lang)))
console.table(table)
console.log(`${rows.length} messages, ${usEach.toFixed(0)} µs each, both readings`)
if (misses === '--misses') printMisses()

function readRows(path: string): LabelledMessage[] {
  try {
    return readMessages(readFileSync(path, 'utf8'))
  } catch (error) {
    console.error(error instanceof Error ? error.message : `${path} cannot be read.`)
    process.exit(1)
  }
}

/** A language that is none of ours is read as a conversation in English. */
function languageOf({ lang }: LabelledMessage): Language {
  return v.is(Language, lang) ? lang : 'en'
}

function scores(some: typeof judged) {
  const asked = some.filter(({ y }) => y === 1).length
  const ours = measure(some, ({ ours }) => ours)
  const naive = measure(some, ({ naive }) => naive)
  return {
    messages: some.length,
    asked,
    precision: ours.precision,
    recall: ours.recall,
    F1: ours.f1,
    'false alarms': ours.falseAlarms,
    'naive precision': naive.precision,
    'naive recall': naive.recall,
    'naive F1': naive.f1,
    'naive false alarms': naive.falseAlarms,
  }
}

function measure(some: typeof judged, says: (row: (typeof judged)[number]) => boolean) {
  const heard = some.filter(says)
  const right = heard.filter(({ y }) => y === 1).length
  const asked = some.filter(({ y }) => y === 1).length
  const precision = right / heard.length
  const recall = right / asked
  return {
    precision: shown(precision),
    recall: shown(recall),
    f1: shown((2 * precision * recall) / (precision + recall)),
    falseAlarms: heard.length - right,
  }
}

/** Nothing to divide by says nothing. */
function shown(share: number): string {
  return Number.isNaN(share) ? '' : share.toFixed(3)
}

function printMisses() {
  for (const { text, src, lang, y, ours } of judged) {
    if (ours !== (y === 1))
      console.log(`${ours ? 'false alarm' : 'missed'}\t${src} ${lang}\t${text}`)
  }
}
