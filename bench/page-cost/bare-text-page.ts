import { THREAD_MESSAGES } from './fill-thread.ts'

declare global {
  interface Window {
    writeBareText(options: { tokens: readonly string[]; perSecond: number }): Promise<void>
  }
}

const FLUSH_EVERY_MS = 60

/** The floor of a streamed answer: as many paragraphs, and one text node that is set every 60 ms. */
export const BARE_TEXT_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare text</title>
<style>body{margin:0}div{height:700px;width:412px;overflow:auto}p{margin:8px;white-space:pre-wrap}</style>
<div>${'<p>There is one small mend, on the left cuff.</p>'.repeat(THREAD_MESSAGES)}<p id="answer"></p></div>
<script>
window.writeBareText = ({ tokens, perSecond }) => new Promise((done) => {
  const answer = document.getElementById('answer')
  const startedAt = performance.now()
  const timer = setInterval(() => {
    const due = Math.floor((performance.now() - startedAt) * perSecond / 1000)
    answer.textContent = tokens.slice(0, due).join('')
    if (due < tokens.length) return
    clearInterval(timer)
    done()
  }, ${FLUSH_EVERY_MS})
})
</script></html>`
