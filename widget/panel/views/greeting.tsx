import { useAtom } from '../store/use-atom.ts'
import { Face } from './face.tsx'
import { inLanguage, listNames } from './format.ts'
import { GO, Icon } from './icon.tsx'
import { type PanelContents, usePanel } from './panel-context.ts'

/** Before anything is said: who answers, who is behind it, and what others ask. */
export function Greeting() {
  const { texts, config, language, model, pageItem } = usePanel()
  const item = useAtom(pageItem.item)
  const asked = config.suggestedQuestions
  const questions = item && asked.item.length ? asked.item : asked.general
  return (
    <div class="thread">
      <div class="greeting">
        <h3>{texts.greetingTitle}</h3>
        <p>{texts.greeting(config.shop.name)}</p>
        <div class="team row">
          {config.team.length > 0 && (
            <span class="faces">
              {config.team.map((face) => (
                <Face key={face.name} face={face} />
              ))}
            </span>
          )}
          <p>
            <b>{whoIsBehind(config, texts)}</b>
            <br />
            <small>{texts.askForThem}</small>
          </p>
        </div>
      </div>
      {questions.length > 0 && (
        <div class="suggestions">
          <small>{questions === asked.item ? texts.askedAboutItem : texts.asked}</small>
          <ul class="rows">
            {questions.map((question) => {
              const text = inLanguage(question, [language, config.shop.language])
              return (
                <li key={text}>
                  <button type="button" class="row" onClick={() => model.send(text)}>
                    {text}
                    <Icon path={GO} kind="flip" />
                  </button>
                </li>
              )
            })}
          </ul>
        </div>
      )}
    </div>
  )
}

function whoIsBehind(
  { team, shop }: PanelContents['config'],
  texts: PanelContents['texts'],
): string {
  if (!team.length) return texts.peopleBehindIt(shop.name)
  const names = listNames(team, texts)
  return team.length > 1 ? texts.behindIt(names) : texts.oneBehindIt(names)
}
