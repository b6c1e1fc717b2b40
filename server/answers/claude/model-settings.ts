import type Anthropic from '@anthropic-ai/sdk'

export const DEFAULT_MODEL = 'claude-haiku-5-5'

/** Thinking counts as output, so there is room for it beside an answer. */
const MAX_TOKENS = 2_000

type ModelSettings = Pick<
  Anthropic.MessageCreateParams,
  'model' | 'max_tokens' | 'thinking' | 'output_config'
>

/** As little thought before the first word as each model allows; not every combination is one. */
export function modelSettings(model: string): ModelSettings {
  const settings = { model, max_tokens: MAX_TOKENS }
  if (/haiku-5/.test(model)) {
    return { ...settings, thinking: { type: 'disabled' }, output_config: { effort: 'low' } }
  }
  if (/sonnet-5-5/.test(model)) {
    return { ...settings, thinking: { type: 'between_tools' }, output_config: { effort: 'low' } }
  }
  if (/(?:opus|sonnet|fable|mythos)-5/.test(model)) {
    return { ...settings, output_config: { effort: 'low' } }
  }
  return settings
}
