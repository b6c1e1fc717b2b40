type Group = Record<string, unknown>

/**
 * JSON Merge Patch, RFC 7396: a group is gone through, `null` takes away (so that the default holds
 * again), everything else, a list too, replaces.
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isGroup(patch)) return patch
  const known = new Map(Object.entries(isGroup(target) ? target : {}))
  for (const [name, change] of Object.entries(patch)) {
    if (change === null) known.delete(name)
    else known.set(name, mergePatch(known.get(name), change))
  }
  return Object.fromEntries(known)
}

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
