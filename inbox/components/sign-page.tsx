import type { ComponentChildren } from 'preact'

type Props = {
  title: string
  line: string
  aside?: string
  children?: ComponentChildren
}

/** The door: the hairline is the counter, the bell stands on it. Nothing of the shop's state is seen from here. */
export function SignPage({ title, line, aside, children }: Props) {
  return (
    <main class="sign">
      <div class="sign-top">
        <div class="sign-grid">
          <svg viewBox="0 0 120 92" aria-hidden="true">
            <g fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round">
              <path d="M14 77a46 46 0 0 1 92 0z" />
              <path d="M60 31V18" />
              <path class="sign-button" d="M50 15h20" stroke-width="6" stroke-linecap="round" />
              <rect x="5" y="83" width="110" height="8" rx="1.5" />
            </g>
            <path
              class="sign-shine"
              d="M27 70a34 34 0 0 1 18-27"
              fill="none"
              stroke-width="1.5"
              stroke-linecap="round"
            />
          </svg>
          <div class="sign-name">
            <h1 dir="auto">{title}</h1>
            <p>{line}</p>
          </div>
        </div>
      </div>
      <div class="sign-bottom">
        <div class="sign-grid">
          {children}
          {aside && <p class="sign-aside">{aside}</p>}
        </div>
      </div>
      <p class="sign-foot">Counterbell</p>
    </main>
  )
}
