import { saveBlob } from '../../../hooks/save-blob'
import type { Palette } from './to-svg'

/** Pixels of a picture for each of the screen's, as far as a canvas can hold them. */
const SHARPNESS = 2
const LARGEST = 16_000

/** The console's own colours, as they are now: what depends on the theme is written out. */
export function paletteOf(element: Element): Palette {
  const probe = element.appendChild(document.createElement('span'))
  const colour = (name: string) => {
    probe.style.color = `var(${name})`
    return getComputedStyle(probe).color
  }
  const palette = {
    ground: colour('--ground'),
    surface: colour('--surface'),
    line: colour('--graph-line'),
    text: colour('--mantine-color-text'),
    quiet: colour('--quiet'),
    accent: colour('--accent-text'),
    selected: colour('--selected'),
    cycle: colour('--graph-cycle')
  }
  probe.remove()
  return palette
}

export const saveSvg = (svg: string, name: string) =>
  saveBlob(new Blob([svg], { type: 'image/svg+xml' }), `${fileName(name)}.svg`)

export async function savePng(svg: string, name: string): Promise<void> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const scale = Math.min(SHARPNESS, LARGEST / image.width, LARGEST / image.height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(image.width * scale)
  canvas.height = Math.ceil(image.height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('The graph is too large for a PNG. Save it as SVG.')
  saveBlob(blob, `${fileName(name)}.png`)
}

const fileName = (name: string): string =>
  name.replaceAll(/[^\p{L}\p{N} ._-]+/gu, '_').slice(0, 80) || 'group'
