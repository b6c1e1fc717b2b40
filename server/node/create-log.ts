import { pino } from 'pino'
import type { Log } from '../core/log.ts'
import type { Config } from './config.ts'

/** Lines of JSON on stderr, written before they return: a process that dies must not take its last words along. */
export function createLog(level: Config['logLevel']): Log {
  const logger = pino({ level, base: null }, pino.destination({ dest: 2, sync: true }))
  return {
    debug: (event, fields = {}) => logger.debug(fields, event),
    info: (event, fields = {}) => logger.info(fields, event),
    warn: (event, fields = {}) => logger.warn(fields, event),
    error: (event, fields = {}) => logger.error(fields, event),
  }
}
