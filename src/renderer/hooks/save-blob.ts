/** Hands a file made in the page to whoever saves downloads: the browser, or the window's own dialog. */
export function saveBlob(blob: Blob, name: string) {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // Given up only when the download has surely begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
