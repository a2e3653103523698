/** RFC 7644 §3.14: the weak entity tag of a resource's version, `W/"3"`. */
export const etagOf = (version: number): string => `W/"${version}"`

const TAG = /(?:W\/)?"([^"]*)"|([^\s,"]+)/g

/**
 * Whether an `If-Match` or `If-None-Match` header names the tag: `*`, one tag or a list. Tags are compared weakly
 * (RFC 9110 §8.8.3.2) in both headers, because RFC 7644 §3.14 uses weak tags in both; a tag without quotes counts too.
 */
export function namesEtag(header: string, etag: string): boolean {
  if (header.trim() === '*') return true
  const wanted = opaqueTags(etag)[0]
  return opaqueTags(header).some(tag => tag === wanted)
}

function opaqueTags(header: string): string[] {
  return Array.from(header.matchAll(TAG), ([, quoted, bare = '']) => quoted ?? bare.replace(/^W\//, ''))
}
