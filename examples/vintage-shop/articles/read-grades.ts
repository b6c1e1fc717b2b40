import type { Article, Section } from './read-article.ts'

/** One grade of the condition guide. */
export interface Grade {
  letter: string
  id: string
  name: string
  meaning: string
  mayHave: string
  neverHas: string
}

const HEADING = /^(?<letter>[A-C][+-]?) \((?<name>.+)\)$/

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `grade-b-plus`, `grade-a-minus`: what a link to a grade ends in. */
export const gradeId = (letter: string): string =>
  `grade-${letter.toLowerCase().replace('+', '-plus').replace(/-$/, '-minus')}`

const after = (paragraphs: string[], start: string): string =>
  capital(paragraphs.find((one) => one.startsWith(start))?.slice(start.length) ?? '')

function readGrade(section: Section): Grade[] {
  const found = HEADING.exec(section.heading)?.groups
  if (!found?.letter || !found.name) return []
  const { letter, name } = found
  return [
    {
      letter,
      id: gradeId(letter),
      name: capital(name),
      meaning: after(section.paragraphs, `${letter} means ${name}: `),
      mayHave: after(section.paragraphs, 'It may have: '),
      neverHas: after(section.paragraphs, 'It never has: '),
    },
  ]
}

export const readGrades = (guide: Article): Grade[] => guide.sections.flatMap(readGrade)
