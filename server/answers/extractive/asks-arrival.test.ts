import { expect, it } from 'vitest'
import { asksArrival } from './asks-arrival.ts'

it.each([
  'can I have it by saturday',
  'Could I get this before Christmas?',
  'will it arrive by friday',
  'will it be here in time for my birthday',
  'have it by saturday if i order on thursday',
  'can you deliver it by tomorrow',
  'would I get it by 24 December',
  'can you get it to germany by friday',
  'when will it arrive',
  'Kommt es bis Freitag an?',
  'Kann ich es bis Samstag haben?',
  'Wird es vor Weihnachten geliefert?',
  'Est-ce que je peux le recevoir avant samedi ?',
  '¿Llega antes del viernes?',
  '¿Llega el sábado?',
  'Kommt es bis Samstag, wenn ich am Donnerstag bestelle?',
])('hears that "%s" asks when a piece arrives', (text) => {
  expect(asksArrival(text)).toBe(true)
})

it.each([
  'can I come on saturday',
  'can I come by on friday to see it',
  'are you here on sunday?',
  'can I get a discount for christmas',
  'do you have dresses for christmas',
  'will you get more for easter',
  'can I get a refund before easter',
  'can I have it for 80',
  'would you take 90 for it on friday',
  'is it here on saturday if I come by',
  'can I try it on on saturday',
  'Kann ich am Samstag kommen?',
  'Seid ihr am Sonntag da?',
  'puedo pasar el sábado',
])('hears something else in "%s"', (text) => {
  expect(asksArrival(text)).toBe(false)
})
