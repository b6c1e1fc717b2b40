/** The piece that the condition guide shows for each grade. */
export const GRADE_EXAMPLES: Record<string, string> = {
  A: 'MRL-0404',
  'A-': 'MRL-0419',
  'B+': 'MRL-0412',
  B: 'MRL-0397',
  C: 'MRL-0416',
}
