import { AppError } from '../core/app-error.ts'
import type { Database } from '../db/database.ts'
import type { Origin, ShopSettings } from './settings.ts'
import { writeSettings } from './write-settings.ts'

/** Gives a new shop's file its settings. `origins` may be page addresses: only their origin is kept. */
export function createShop(
  db: Database,
  { name, origins }: { name: string; origins: string[] },
): ShopSettings {
  return writeSettings(db, { name, origins: [...new Set(origins.map(toOrigin))] })
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
