import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseAddress } from './parse-address.ts'

it.each([
  '1.2.3.4',
  '1.2.3.4:5678',
  '::ffff:1.2.3.4',
  '::FFFF:1.2.3.4',
  '::ffff:102:304',
  '0:0:0:0:0:ffff:1.2.3.4',
  '0000:0000:0000:0000:0000:ffff:0102:0304',
  '[::ffff:1.2.3.4]',
  '[::ffff:1.2.3.4]:443',
])('V10: %s is 1.2.3.4', (text) => {
  expect(parseAddress(text)).toEqual({ key: '1.2.3.4', loopback: false })
})

it.each([
  '2001:db8:1:2:3:4:5:6',
  '2001:0DB8:0001:0002::1',
  '[2001:db8:1:2::9]:443',
  '2001:db8:1:2::1%eth0',
  '2001:db8:1:2:ffff:ffff:1.2.3.4',
])('V33: %s counts by its /64', (text) => {
  expect(parseAddress(text)).toEqual({ key: '2001:db8:1:2::/64', loopback: false })
})

it.each(['127.0.0.1', '127.9.9.9', '::1', '0:0:0:0:0:0:0:1', '[::1]:80', '::ffff:127.0.0.1'])(
  '%s is this machine',
  (text) => expect(parseAddress(text)?.loopback).toBe(true),
)

it.each(['', 'unknown', '1.2.3', '256.1.1.1', '1.2.3.4.5', ':::', '1::2::3', 'x.example', '::g'])(
  '%j is no address',
  (text) => expect(parseAddress(text)).toBeUndefined(),
)

it('never throws, and knows an address again in its mapped spelling', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseAddress(text)))
  fc.assert(
    fc.property(fc.ipV4(), (text) => {
      expect(parseAddress(`::ffff:${text}`)).toEqual(parseAddress(text))
    }),
  )
  fc.assert(
    fc.property(fc.ipV6(), (text) => {
      expect(parseAddress(text)).toBeDefined()
    }),
  )
})
