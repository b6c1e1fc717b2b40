/** Captions of the close views: public/art/<code>-<view>.svg shows what each says. */
export const CLOSE_VIEWS: Record<string, Record<string, string>> = {
  'MRL-0374': { wear: 'The rim, where the chip of 5 × 3 mm has been touched in.' },
  'MRL-0392': { wear: 'The lower right corner, re-coloured over 8 mm.' },
  'MRL-0397': { wear: 'A patch on the left elbow, 9 × 11 cm, sewn by hand.' },
  'MRL-0404': { wear: 'Collar and placket with no wear at the fold.' },
  'MRL-0412': {
    wear: 'The darn on the right cuff, 18 × 14 mm, beside the buttons.',
    label: 'Collar and maker’s label. The lapels are 9.5 cm at the widest.',
  },
  'MRL-0416': { wear: 'A knee quilted in white thread, 8 × 10 cm.' },
  'MRL-0419': { wear: 'A fold line on the left lapel, 5 cm.' },
}
