import type { Page } from '../../../protocol/messages.ts'

/** A page's query and hash may hold what is nobody's business here: only its place is kept. */
export function withCleanPage<T extends { page?: Page | undefined }>(input: T): T {
  const { page } = input
  return page ? { ...input, page: { ...page, url: page.url.replace(/[?#].*$/s, '') } } : input
}
