import * as v from 'valibot'

/** Random part of an id: 10 characters of time, then 16 of randomness, Crockford base 32 in lower case. */
const ID_BODY = /^[0-9a-hjkmnp-tv-z]{26}$/

function idWithPrefix<P extends string>(prefix: P) {
  return v.custom<`${P}_${string}`>(
    (value) =>
      typeof value === 'string' &&
      value.startsWith(`${prefix}_`) &&
      ID_BODY.test(value.slice(prefix.length + 1)),
    `expected an id that begins with ${prefix}_`,
  )
}

export const ConversationId = idWithPrefix('cnv')
export type ConversationId = v.InferOutput<typeof ConversationId>
export const MessageId = idWithPrefix('msg')
export type MessageId = v.InferOutput<typeof MessageId>
export const NoteId = idWithPrefix('nte')
export type NoteId = v.InferOutput<typeof NoteId>
export const VisitorId = idWithPrefix('vis')
export type VisitorId = v.InferOutput<typeof VisitorId>
export const TeammateId = idWithPrefix('tmt')
export type TeammateId = v.InferOutput<typeof TeammateId>
export const SourceId = idWithPrefix('src')
export type SourceId = v.InferOutput<typeof SourceId>
export const ArticleId = idWithPrefix('art')
export type ArticleId = v.InferOutput<typeof ArticleId>
export const PassageId = idWithPrefix('psg')
export type PassageId = v.InferOutput<typeof PassageId>
export const EventId = idWithPrefix('evt')
export type EventId = v.InferOutput<typeof EventId>

/** Every prefix that `newId` may be asked for. */
export type IdPrefix = 'cnv' | 'msg' | 'nte' | 'vis' | 'tmt' | 'src' | 'art' | 'psg' | 'evt'

/** `[a-z][a-z0-9-]{1,39}`: also a file name, so nothing else is let through. */
export const ShopId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{1,39}$/))
export type ShopId = v.InferOutput<typeof ShopId>

/** Made by the client for each command, so that a retry is known as one. */
export const ClientId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/))
export type ClientId = v.InferOutput<typeof ClientId>

/** 32 random bytes in base64url behind `vt_`: 43 characters, the last of which carries 4 bits. */
export const VisitorToken = v.pipe(v.string(), v.regex(/^vt_[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/))
export type VisitorToken = v.InferOutput<typeof VisitorToken>
