import { startWidget } from './start-widget.ts'

// Only here and only now does the document know which script tag this is.
const script = document.currentScript
if (script instanceof HTMLScriptElement) startWidget(script)
