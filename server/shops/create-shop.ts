import * as v from 'valibot'
import { AppError } from '../core/app-error.ts'
import type { Database } from '../db/database.ts'
import { type Origin, ShopName, type ShopSettings } from './settings.ts'
import { writeSettings } from './write-settings.ts'

/** Gives a new shop's file its settings. `origins` may be page addresses: only their origin is kept. */
export function createShop(
  db: Database,
  input: { name: string; origins: string[]; language?: ShopSettings['language'] },
): ShopSettings {
  if (!v.is(ShopName, input.name)) {
    throw new AppError('body_malformed', 'Give the shop a name of 1 to 80 characters.')
  }
  const origins = [...new Set(input.origins.map(toOrigin))]
  const { name, language } = input
  return writeSettings(db, { name, origins, ...(language && { language }) })
}

function toOrigin(text: string): Origin {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new AppError(
      'body_malformed',
      'An origin looks like https://shop.example: scheme, host, and a port where it has one.',
    )
  }
  return url.origin
}
