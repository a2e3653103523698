import { parseSync, Visitor } from 'vite'
import type { SourceFile } from './source-files'

/** A node of the syntax tree, as far as it is looked at here. */
interface Node {
  type: string
  [part: string]: unknown
}

/**
 * Which entries of a catalogue the source reads: paths such as `log.detail.pin`, with `*` where a variable chooses. A path
 * that is read as a whole stands for everything below it. Followed are `words` itself and constants that name a part of it,
 * by `const text = words.log` or by destructuring.
 */
export function pathsRead(files: SourceFile[], root = 'words'): Set<string> {
  return new Set(files.flatMap(file => pathsOf(file, root)))
}

function pathsOf({ path, text }: SourceFile, root: string): string[] {
  // One name may stand for several parts, in different functions of a file.
  const aliases = new Map([[root, ['']]])
  const name = (alias: string, path: string) => aliases.set(alias, [...(aliases.get(alias) ?? []), path])
  const read: string[] = []
  /** What reads nothing by itself: inner parts of a chain, names of properties, and constants that only name a part. */
  const seen = new Set<unknown>()
  const { program } = parseSync(path, text)

  const join = (...parts: string[]) => parts.filter(part => part !== '').join('.')
  const chainOf = (node: unknown): string[] | null => {
    const { type, name: alias, object, property, computed, expression } = node as Node
    if (type === 'ChainExpression') return chainOf(expression)
    if (type === 'Identifier') {
      return aliases.get(alias as string) ?? null
    }
    if (type !== 'MemberExpression') return null
    const outer = chainOf(object)
    if (!outer) return null
    seen.add(object)
    const key = keyOf(property as Node, computed === true)
    return outer.map(part => join(part, key))
  }

  // Aliases come first: they may be named below the functions that use them.
  new Visitor({
    VariableDeclarator(declarator) {
      const { id, init } = declarator as unknown as { id: Node; init: Node | null }
      const chain = init && chainOf(init)
      if (!chain) return
      if (id.type === 'Identifier') {
        for (const part of chain) name(id.name as string, part)
        seen.add(init).add(id)
      } else if (id.type === 'ObjectPattern') {
        seen.add(init)
        for (const { key, value } of id.properties as { key?: Node; value?: Node }[]) {
          if (typeof key?.name !== 'string') continue
          seen.add(value)
          if (value?.type !== 'Identifier') continue
          for (const part of chain) name(value.name as string, join(part, key.name))
        }
      }
    }
  }).visit(program)

  const note = (node: unknown) => {
    if (seen.has(node)) return
    const chain = chainOf(node)
    if (chain) read.push(...chain.filter(part => part !== ''))
  }
  new Visitor({
    MemberExpression(node) {
      if (!node.computed) seen.add(node.property)
      note(node)
    },
    Property(node) {
      if (!node.computed) seen.add(node.key)
    },
    Identifier: note
  }).visit(program)
  return read
}

/** A variable may name any entry. */
const ANY = '*'

function keyOf(property: Node, isComputed: boolean): string {
  if (!isComputed) return property.name as string
  return property.type === 'Literal' ? String(property.value) : ANY
}

/** Properties of elements, and of what is shown in toasts, that people read or hear. */
const READ_BY_PEOPLE = new Set([
  'title',
  'label',
  'placeholder',
  'description',
  'message',
  'alt',
  'error',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext'
])

const hasLetters = (text: unknown): text is string => typeof text === 'string' && /\p{L}{2}/u.test(text)

/** Texts for people that stand in a component instead of the catalogue: `Rail.tsx: Setup`. */
export function literalTexts({ path, text }: SourceFile): string[] {
  const found: string[] = []
  const note = (said: unknown) => {
    if (hasLetters(said)) found.push(`${path}: ${said.trim()}`)
  }
  const noteValue = (value: Node | null) => {
    if (!value) return
    if (value.type === 'JSXExpressionContainer') return noteValue(value.expression as Node)
    if (value.type === 'Literal') note(value.value)
    if (value.type === 'TemplateLiteral') {
      for (const { value: quasi } of value.quasis as { value: { cooked: string } }[]) note(quasi.cooked)
    }
    if (value.type === 'ConditionalExpression') {
      noteValue(value.consequent as Node)
      noteValue(value.alternate as Node)
    }
  }
  new Visitor({
    JSXText: node => note(node.value),
    JSXElement: node => node.children.forEach(child => noteValue(child as unknown as Node)),
    JSXFragment: node => node.children.forEach(child => noteValue(child as unknown as Node)),
    JSXAttribute(node) {
      if (READ_BY_PEOPLE.has(String(node.name.name))) noteValue(node.value as unknown as Node)
    },
    Property(node) {
      const key = node.key as unknown as Node
      if (READ_BY_PEOPLE.has(String(key.name ?? key.value))) noteValue(node.value as unknown as Node)
    }
  }).visit(parseSync(path, text).program)
  return [...new Set(found)]
}

/** Every entry of a catalogue: `log.detail.pin`. Lists and functions are entries as a whole. */
export function entriesOf(catalogue: object, above = ''): [path: string, entry: unknown][] {
  return Object.entries(catalogue).flatMap(([name, entry]: [string, unknown]) => {
    const path = above === '' ? name : `${above}.${name}`
    return typeof entry === 'object' && entry !== null && !Array.isArray(entry)
      ? entriesOf(entry, path)
      : [[path, entry]]
  })
}

/** Entries that nobody reads. */
export function unread(catalogue: object, read: Set<string>): string[] {
  const patterns = [...read].map(path => path.split('.'))
  const isRead = (path: string) => {
    const parts = path.split('.')
    return patterns.some(pattern => pattern.every((name, index) => name === ANY || name === parts[index]))
  }
  return entriesOf(catalogue)
    .map(([path]) => path)
    .filter(path => !isRead(path))
}
