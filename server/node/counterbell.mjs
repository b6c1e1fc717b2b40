#!/usr/bin/env node
// @ts-check
// The command line: builds what is stale, then does what it is told.
import { prepare, requireNode } from './build/prepare.mjs'
import { runCommandLine } from './build/run-command-line.mjs'

requireNode()
await prepare()
await runCommandLine(process.argv.slice(2))
