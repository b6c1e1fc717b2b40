import { readFileSync } from 'node:fs'

/** Whether a process runs; one that has ended and waits to be collected does not. */
export function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return false
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  return statusField(pid, 'State')?.startsWith('Z') !== true
}

export function parentOf(pid: number): number {
  return Number(statusField(pid, 'PPid'))
}

/** From `/proc`, where there is one. */
function statusField(pid: number, name: string): string | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return new RegExp(`^${name}:\\s+(.*)$`, 'm').exec(status)?.[1]
  } catch {
    return undefined
  }
}

/** Of a process of ours that runs: whom it has started. */
export function childrenOf(pid: number | undefined): number[] {
  try {
    const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    return list.split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}
