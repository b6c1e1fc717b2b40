import styles from './loader.css?inline'

const SVG = 'http://www.w3.org/2000/svg'
const BELL = 'M4.75 16.25a7.25 7.25 0 0 1 14.5 0ZM3.5 19.5h17M12 9V6M9.9 5.25h4.2'

/**
 * All that stands on the page: a host element whose shadow root holds the frame, and in the frame
 * the launcher. The shell is the dialog as it first paints, before the panel has come.
 * Nothing is parsed from markup: Trusted Types would stop it.
 */
export function buildSurface(chatWith: string, shopName: string) {
  const element = document.createElement('counterbell-chat')
  const root = element.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  root.adoptedStyleSheets = [sheet]

  const bell = document.createElementNS(SVG, 'svg')
  const line = document.createElementNS(SVG, 'path')
  bell.setAttribute('viewBox', '0 0 24 24')
  line.setAttribute('d', BELL)
  bell.append(line)
  const launcher = box('button', 'launcher', bell)
  // Stands for less than a second, so it has no words of its own to be translated.
  const closer = box('button', '', '✕')
  const header = box('header', 'header', shopName, closer)
  const shell = box('section', 'panel')
  const frame = box('div', 'frame', launcher)
  shell.ariaLabel = launcher.ariaLabel = chatWith + shopName
  shell.role = 'dialog'
  shell.tabIndex = -1
  frame.popover = 'manual'
  root.append(frame)
  return { element, root, frame, launcher, shell, closer, header }
}

function box(tag: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  element.append(...children)
  return element
}
