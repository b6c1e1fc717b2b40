import { answererContract } from './answerer.contract.ts'
import { createExtractiveAnswerer } from './extractive.ts'

answererContract('Extractive', createExtractiveAnswerer)
