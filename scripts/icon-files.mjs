/** Windows' icon file: a table of contents, then the PNGs (256 is written as 0). */
export function ico(pngs) {
  const sizes = [16, 32, 48, 64, 128, 256]
  const header = Buffer.alloc(6 + 16 * sizes.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(sizes.length, 4)

  let offset = header.length
  sizes.forEach((size, index) => {
    const at = 6 + 16 * index
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(pngs.get(size).length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += pngs.get(size).length
  })
  return Buffer.concat([header, ...sizes.map(size => pngs.get(size))])
}

/** macOS' icon file: chunks of a four-letter kind, a length that counts the eight bytes before it, and a PNG. */
export function icns(pngs) {
  const kinds = { ic11: 32, ic12: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 }
  const chunks = Object.entries(kinds).map(([kind, size]) => chunk(kind, pngs.get(size)))
  return chunk('icns', Buffer.concat(chunks))
}

function chunk(kind, content) {
  const head = Buffer.alloc(8)
  head.write(kind, 'ascii')
  head.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([head, content])
}
