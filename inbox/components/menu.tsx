import { type Signal, useSignal } from '@preact/signals'
import { useApp, useInbox } from '../context.ts'
import type { Density, Theme } from '../models/preferences-model.ts'

const THEMES: readonly (readonly [Theme, string])[] = [
  ['auto', 'Auto'],
  ['light', 'Light'],
  ['dark', 'Dark'],
]
const DENSITIES: readonly (readonly [Density, string])[] = [
  ['comfortable', 'Comfortable'],
  ['compact', 'Compact'],
]

export function Menu({ close }: { close: () => void }) {
  const { preferences, signOut } = useApp()
  const { me, keysShown } = useInbox()
  const failure = useSignal<string | null>(null)
  return (
    <>
      <p class="meta menu-who">
        <bdi>{me.name}</bdi>, {me.email}
      </p>
      <Choice legend="Theme" options={THEMES} value={preferences.theme} />
      <Choice legend="Rows" options={DENSITIES} value={preferences.density} />
      <label class="menu-line">
        <input
          type="checkbox"
          checked={preferences.singleKeys.value}
          onChange={(event) => {
            preferences.singleKeys.value = event.currentTarget.checked
          }}
        />
        Single-key shortcuts
      </label>
      <div class="menu-acts">
        <button
          type="button"
          class="button button-quiet"
          onClick={() => {
            close()
            keysShown.value = true
          }}
        >
          Keyboard
        </button>
        <button
          type="button"
          class="button button-quiet"
          onClick={async () => {
            const outcome = await signOut()
            if (!outcome.ok) failure.value = outcome.message
          }}
        >
          Sign out
        </button>
      </div>
      {failure.value && (
        <p class="problem" role="alert">
          {failure.value}
        </p>
      )}
    </>
  )
}

function Choice<V extends string>({
  legend,
  options,
  value,
}: {
  legend: string
  options: readonly (readonly [V, string])[]
  value: Signal<V>
}) {
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      <div>
        {options.map(([option, label]) => (
          <label key={option}>
            <input
              type="radio"
              name={legend}
              checked={value.value === option}
              onChange={() => {
                value.value = option
              }}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
