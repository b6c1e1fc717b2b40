/** Captions of the close views: public/art/<code>-<view>.svg shows what each says. */
export const CLOSE_VIEWS: Record<string, Record<string, string>> = {
  'MRL-0332': { wear: 'The smaller of two patches on the tail, 5 × 5 cm.' },
  'MRL-0336': { wear: 'The left elbow, mended from behind, 5 × 7 cm.' },
  'MRL-0374': { wear: 'The rim, where the chip of 5 × 3 mm has been touched in.' },
  'MRL-0377': { wear: 'The darn at the left elbow, 15 mm, in matching yarn.' },
  'MRL-0381': { wear: 'The kiln kiss near the foot, 6 mm.' },
  'MRL-0388': { wear: 'One of two pulls on the left sleeve, under 4 mm.' },
  'MRL-0392': { wear: 'The lower right corner, re-coloured over 8 mm.' },
  'MRL-0395': { wear: 'Two moth nips on the left thigh, 2 mm and 3 mm, re-woven.' },
  'MRL-0397': { wear: 'A patch on the left elbow, 9 × 11 cm, sewn by hand.' },
  'MRL-0400': { wear: 'The scuff at the lower right corner, 2 cm.' },
  'MRL-0401': { wear: 'The scuff on the left toe, 14 mm.' },
  'MRL-0404': { wear: 'Collar and placket with no wear at the fold.' },
  'MRL-0409': { wear: 'The faint mark above the hem, 12 mm.' },
  'MRL-0412': {
    wear: 'The darn on the right cuff, 18 × 14 mm, beside the buttons.',
    label: 'Collar and maker’s label. The lapels are 9.5 cm at the widest.',
  },
  'MRL-0416': { wear: 'A knee quilted in white thread, 8 × 10 cm.' },
  'MRL-0419': { wear: 'A fold line on the left lapel, 5 cm.' },
  'MRL-0427': { wear: 'The patch on the left elbow, 8 × 6 cm.' },
}
