/** Where one measurement is taken: its line, and the place of its letter. */
export interface Mark {
  path: string
  x: number
  y: number
}

export interface Diagram {
  outline: string[]
  marks: Record<string, Mark>
}

const across = (y: number, from: number, to: number, x = (from + to) / 2): Mark => ({
  path: `M${from} ${y}H${to}M${from} ${y - 4}v8M${to} ${y - 4}v8`,
  x,
  y: y + 4,
})

const down = (x: number, from: number, to: number): Mark => ({
  path: `M${x} ${from}V${to}M${x - 4} ${from}h8M${x - 4} ${to}h8`,
  x,
  y: (from + to) / 2 + 4,
})

const SLEEVES = [
  'M64 28 36 40C30 52 28 62 25 80L10 150c8 4 14 4 22 3l12-58',
  'M104 28l28 12c6 12 8 22 11 40l15 70c-8 4-14 4-22 3l-12-58',
]

const TOP_MARKS = {
  'pit to pit': across(96, 45, 123, 100),
  shoulder: across(16, 36, 132),
  sleeve: { path: 'M142 44l20 104M138 45l8-2M158 149l8-2', x: 156, y: 92 },
  length: down(6, 22, 176),
  'half waist': across(116, 46, 122, 106),
  'half hem': across(188, 39, 129),
}

const JACKET: Diagram = {
  outline: [
    ...SLEEVES,
    'M64 28 36 40c6 16 8 36 8 55-2 26-4 50-6 78 16 5 28 5 38 2 6-3 8-8 8-14M104 28l28 12c-6 16-8 36-8 55 2 26 4 50 6 78-16 5-28 5-38 2-6-3-8-8-8-14V96',
    'M64 28c6-8 34-8 40 0M66 27l18 69M102 27 84 96M64 28l-10 22 8 5-6 7 28 34M104 28l10 22-8 5 6 7-28 34M50 128h24v8c-6 6-18 6-24 0ZM94 128h24v8c-6 6-18 6-24 0Z',
  ],
  marks: TOP_MARKS,
}

const SHIRT: Diagram = {
  outline: [
    ...SLEEVES,
    'M64 28 36 40c6 16 8 36 8 55-2 26-4 50-6 78 30 6 62 6 92 0-2-28-4-52-6-78 0-19 2-39 8-55l-28-12',
    'M64 28c6-8 34-8 40 0l-20 16ZM64 28l-2 18 22-2M104 28l2 18-22-2M84 44V177',
  ],
  marks: TOP_MARKS,
}

const KNIT: Diagram = {
  outline: [
    ...SLEEVES,
    'M64 28 36 40c6 16 8 36 8 55-2 26-4 50-6 78 30 6 62 6 92 0-2-28-4-52-6-78 0-19 2-39 8-55l-28-12',
    'M64 28c6 16 34 16 40 0c-10-6-30-6-40 0M40 160c30 6 60 6 88 0M13 138c7 3 13 4 21 3M155 138c-7 3-13 4-21 3',
  ],
  marks: TOP_MARKS,
}

const WAISTCOAT: Diagram = {
  outline: [
    'M64 28 48 38c8 22 6 42-4 58l-2 66 24 6 18 14 18-14 24-6-2-66c-10-16-12-36-4-58L104 28 84 90ZM84 90v92M64 28c8-6 32-6 40 0',
  ],
  marks: {
    'pit to pit': across(98, 44, 124),
    shoulder: across(16, 48, 120),
    length: down(16, 28, 182),
  },
}

const DRESS: Diagram = {
  outline: [
    'M62 28 46 36c4 14 2 22-2 32l8 24-22 86c30 10 78 10 108 0l-22-86 8-24c-4-10-6-18-2-32l-16-8c-8 12-36 12-44 0Z',
  ],
  marks: {
    'pit to pit': across(68, 44, 124),
    'half waist': across(92, 52, 116),
    'half hip': across(124, 44, 124),
    shoulder: across(16, 46, 122),
    length: down(14, 28, 182),
  },
}

const SKIRT: Diagram = {
  outline: ['M56 34h56v12l26 128c-36 8-72 8-108 0L56 46ZM56 46h56'],
  marks: {
    'half waist': across(20, 56, 112),
    'half hip': across(88, 48, 120),
    length: down(14, 34, 178),
  },
}

const LEGS: Diagram = {
  outline: ['M52 26h64l8 60 6 90H96L84 94 72 176H38l6-90ZM51 38h66M84 38v56'],
  marks: {
    'waist (laid flat)': across(12, 52, 116),
    'inside leg (inseam)': { path: 'M88 94L104 176M84 95l8-2M100 177l8-2', x: 98, y: 142 },
    rise: down(146, 26, 94),
    hem: across(190, 38, 72),
    'outside leg': down(16, 26, 176),
  },
}

const SHOE: Diagram = {
  outline: [
    'M20 118c-6-18 4-30 32-36 26-6 38-16 48-34 10 6 24 8 36 4 8 22 10 44 10 66v18h-32v-12c-44 4-86 6-90-2-2-2-4-2-4-4ZM20 118c40 6 86 6 126 0',
  ],
  marks: { insole: across(156, 22, 144), heel: down(158, 118, 136) },
}

const BOOT: Diagram = {
  outline: [
    'M74 16h52l-4 92 8 44v22h-26v-12c-30 4-70 8-76 0-2-14 10-20 26-28 14-6 22-18 24-40ZM28 154c34 6 68 4 102-2',
  ],
  marks: { shaft: down(144, 16, 150), insole: across(190, 30, 128), heel: down(150, 154, 174) },
}

const BOX: Diagram = {
  outline: ['M34 72h84v84H34ZM34 72l24-26h84l-24 26M118 156l24-26V46'],
  marks: {
    height: down(18, 72, 156),
    width: across(172, 34, 118),
    depth: { path: 'M126 160l24-26M123 157l6 6M147 131l6 6', x: 146, y: 158 },
  },
}

const ROUND: Diagram = {
  outline: ['M50 48v104c0 16 68 16 68 0V48M50 48c0 14 68 14 68 0s-68-14-68 0Z'],
  marks: { height: down(30, 48, 162), diameter: across(22, 50, 118) },
}

const SHEET: Diagram = {
  outline: ['M34 52h108v92H34ZM34 144l18-18M126 126l16 18'],
  marks: { width: across(30, 34, 142), height: down(18, 52, 144), length: down(18, 52, 144) },
}

const DIAGRAMS: Record<string, Diagram> = {
  jacket: JACKET,
  coat: JACKET,
  shirt: SHIRT,
  blouse: SHIRT,
  knit: KNIT,
  waistcoat: WAISTCOAT,
  dress: DRESS,
  skirt: SKIRT,
  trousers: LEGS,
  jeans: LEGS,
  shoes: SHOE,
  boots: BOOT,
  bag: BOX,
  chair: BOX,
  radio: BOX,
  clock: BOX,
  lamp: ROUND,
  vase: ROUND,
  scarf: SHEET,
  blanket: SHEET,
  mirror: SHEET,
}

export const diagramOf = (category: string): Diagram | undefined => DIAGRAMS[category]
