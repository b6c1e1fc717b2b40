export type JsonBody = string | Uint8Array<ArrayBuffer>

const bytes = (...values: number[]) => new Uint8Array(values)
const text = (value: string) => new TextEncoder().encode(value)
const join = (...parts: Uint8Array<ArrayBuffer>[]) =>
  new Uint8Array(parts.flatMap((part) => [...part]))
const around = (inner: Uint8Array<ArrayBuffer>) =>
  join(text('{"email":"'), inner, text('","password":"x"}'))
const deep = (open: string, close: string, levels: number) =>
  open.repeat(levels) + close.repeat(levels)

/** Bodies that are no JSON, or none that a parser may believe. */
export const MALFORMED: Record<string, JsonBody> = {
  'nothing at all': '',
  'white space': ' \t\r\n',
  'two values': '{}{}',
  'a trailing comma in an object': '{"email":"a","password":"b",}',
  'a trailing comma in an array': '[1,]',
  'a leading comma': '[,1]',
  'a missing colon': '{"email" "a"}',
  'a key without quotes': '{email:"a"}',
  'single quotes': "{'email':'a'}",
  'a comment': '{"email":"a"/*x*/}',
  'an open string': '{"email":"a',
  'an open object': '{"email":"a"',
  'an open array': '[[[[',
  'a bare word': 'undefined',
  NaN: '{"email":NaN}',
  Infinity: '{"email":-Infinity}',
  'a leading zero': '{"email":01}',
  'a leading plus': '{"email":+1}',
  'a bare point': '{"email":.5}',
  'a hexadecimal number': '{"email":0x1}',
  'a lone minus': '[-]',
  'a half escape': '{"email":"\\u00"}',
  'an unknown escape': '{"email":"\\x41"}',
  'a raw line break in a string': '{"email":"a\nb"}',
  'a raw NUL in a string': '{"email":"a\u0000b"}',
  'a NUL after the end': '{}\u0000',
  'two byte order marks': join(bytes(0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf), text('{}')),
  'UTF-16 with its mark': bytes(0xff, 0xfe, 0x7b, 0, 0x7d, 0),
  'UTF-16 without': bytes(0x7b, 0, 0x7d, 0),
  'a lone continuation byte': around(bytes(0x80)),
  'an overlong slash': around(bytes(0xc0, 0xaf)),
  'an encoded surrogate': around(bytes(0xed, 0xa0, 0x80)),
  'a cut sequence': around(bytes(0xe2, 0x82)),
  'a sequence cut by the end': join(text('{"email":"'), bytes(0xf0, 0x9f)),
  'a byte that is never UTF-8': around(bytes(0xff)),
  'Latin-1': around(bytes(0xe9)),
  'a code point above the last': around(bytes(0xf4, 0x90, 0x80, 0x80)),
  '21 arrays': deep('[', ']', 21),
  '30,000 arrays': deep('[', ']', 30_000),
  '30,000 open arrays': '['.repeat(30_000),
  '10,000 objects': `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
  'arrays and objects in turn': deep('[{"a":', '}]', 5_000),
  'depth inside a known field': `{"email":${deep('[', ']', 25)},"password":"x"}`,
  'the prototype as a key': '{"__proto__":{"email":"a"},"email":"a","password":"b"}',
  'the prototype, escaped': '{"\\u005f_proto__":1,"email":"a","password":"b"}',
  'the prototype further down': '{"email":{"x":[{"__proto__":null}]},"password":"b"}',
  'the constructor as a field': '{"constructor":{"prototype":{"x":1}},"email":1,"password":2}',
  'a number for a string': '{"email":1e999,"password":-1e-999}',
  'a number of 5,000 digits': `{"email":${'9'.repeat(5_000)},"password":"x"}`,
  booleans: '{"email":true,"password":false}',
  'an unknown field': '{"email":"a","password":"b","admin":true}',
  'an array like the object': '["a","b"]',
  'a top string': '"a"',
  'a top number': '1e308',
  'a top null': 'null',
  'a string of 60 KB': `{"email":"${'a'.repeat(60_000)}","password":"x"}`,
  '20,000 fields': `{${Array.from({ length: 5_000 }, (_, i) => `"k${i}":0`).join()}}`,
}

/** JSON that is sound, however odd: it is read, and then the credentials are wrong. */
export const SOUND: Record<string, JsonBody> = {
  'duplicate keys, the last counts': '{"email":{},"email":"a","password":[],"password":"b"}',
  'a byte order mark': join(bytes(0xef, 0xbb, 0xbf), text('{"email":"a","password":"b"}')),
  'escaped lone surrogates': '{"email":"\\ud800","password":"\\udfff\\ud83d"}',
  'an escaped NUL': '{"email":"\\u0000","password":"\\u0000"}',
  noncharacters: '{"email":"\\uffff","password":"\\ufdd0"}',
  'white space of each kind': ' \t\r\n{ \n"email"\t:\r"a" , "password" : "b" } \n',
}
