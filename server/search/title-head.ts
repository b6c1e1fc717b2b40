/** What a piece is, with what stands before it: its title up to a comma or to "in", "with", "made of". */
export function titleHead(title: string): string {
  const [head = ''] = title.split(
    /[,(–—]|\s(?:in|im|with|for|of|from|mit|aus|für|en|avec|con|de|à)\s/i,
  )
  return head.trim()
}
