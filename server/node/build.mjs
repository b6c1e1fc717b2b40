// @ts-check
// `npm run build`: bundles what changed into `dist/`.
import { prepare, requireNode } from './build/prepare.mjs'

requireNode()
await prepare()
