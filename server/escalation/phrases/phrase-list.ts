import { beginnings, type Phrase, parsePhrase, type WordSets } from '../phrase.ts'

/** What a reviewer reads and changes, one file a language. How a phrase is written: `../phrase.ts`. */
export type WrittenPhrases = {
  sets: WordSets
  /** Sets whose words are recognised with one slip of the finger. */
  misspelt: readonly string[]
  /** Real words that are one slip away from those, and mean something else in a shop. */
  notMisspelt: ReadonlySet<string>
  /** Asks for a person, wherever it stands in a clause. */
  asks: readonly string[]
  /** Asks for a person when nothing but `polite` words stand beside it in the whole message. */
  asksAlone: readonly string[]
  /** Directly before an ask: it is none (`I do not want to` talk to somebody). */
  refuses: readonly string[]
  /** Directly before an ask: it only speaks of one (`do I have to` talk to somebody). */
  mentions: readonly string[]
  /** A question about who answers here. */
  asksWhether: readonly string[]
  /** A whole first clause that turns an offer down. */
  declines: readonly string[]
  /** Words that change nothing. */
  polite: ReadonlySet<string>
}

/** By the words that a phrase can begin with: `^` together with the word after it, where that is known. */
export type PhraseIndex = ReadonlyMap<string, readonly Phrase[]>

export type PhraseList = {
  vocabulary: ReadonlySet<string>
  notMisspelt: ReadonlySet<string>
  asks: PhraseIndex
  asksAlone: PhraseIndex
  refuses: PhraseIndex
  mentions: PhraseIndex
  asksWhether: PhraseIndex
  declines: PhraseIndex
  polite: ReadonlySet<string>
}

export function phraseList(written: WrittenPhrases): PhraseList {
  const index = (phrases: readonly string[]) => indexed(phrases, written.sets)
  return {
    vocabulary: new Set(written.misspelt.flatMap((name) => Array.from(written.sets[name] ?? []))),
    notMisspelt: written.notMisspelt,
    asks: index(written.asks),
    asksAlone: index(written.asksAlone),
    refuses: index(written.refuses),
    mentions: index(written.mentions),
    asksWhether: index(written.asksWhether),
    declines: index(written.declines),
    polite: written.polite,
  }
}

function indexed(phrases: readonly string[], sets: WordSets): PhraseIndex {
  const byBeginning = new Map<string, Phrase[]>()
  for (const text of phrases) {
    const phrase = parsePhrase(text, sets)
    for (const beginning of beginnings(phrase)) {
      const known = byBeginning.get(beginning)
      if (known) known.push(phrase)
      else byBeginning.set(beginning, [phrase])
    }
  }
  return byBeginning
}
