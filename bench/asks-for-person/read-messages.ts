import * as v from 'valibot'

/** `y` is 1 when the writer asks for a person; figures are grouped by `src` and `lang`. */
const LabelledMessage = v.object({
  text: v.string(),
  y: v.picklist([0, 1]),
  src: v.string(),
  lang: v.string(),
})
export type LabelledMessage = v.InferOutput<typeof LabelledMessage>

const EXAMPLE = '{"text": "Can I talk to someone?", "y": 1, "src": "mails", "lang": "en"}'

/** One message a line as JSON. Throws with a line that says which is none. */
export function readMessages(text: string): LabelledMessage[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return []
    const read = v.safeParse(LabelledMessage, parseJson(line))
    if (read.success) return [read.output]
    throw new Error(`Line ${at + 1} is no labelled message. One looks like ${EXAMPLE}`)
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
