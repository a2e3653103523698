/** `urn:…:User:department` reads as `department`; the whole path belongs into the title. */
export function shortPath(path: string): string {
  if (!path.toLowerCase().startsWith('urn:')) return path
  const named = /:(?:User|Group):(.+)$/i.exec(path)
  return named?.[1] ?? path.slice(path.lastIndexOf(':') + 1)
}
