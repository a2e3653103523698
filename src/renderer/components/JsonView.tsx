import { ActionIcon, Button, Group, TextInput } from '@mantine/core'
import { IconChevronDown, IconSearch } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import type { Json } from '../../shared/scim'
import { words } from '../i18n'
import { foldedAtFirst, jsonLines, lineText, unfolded, type JsonLine } from './json-lines'
import classes from './JsonView.module.css'

const text = words.log.detail

/** JSON whose objects and lists can be folded, with a search of its own. */
export function JsonView({ value, label }: { value: Json; label: string }) {
  const lines = useMemo(() => jsonLines(value), [value])
  const [folded, setFolded] = useState<ReadonlySet<number>>(() => foldedAtFirst(lines))
  const [wanted, setWanted] = useState('')
  const [at, setAt] = useState(0)
  const box = useRef<HTMLDivElement>(null)

  const needle = wanted.trim().toLowerCase()
  const matches = useMemo(
    () =>
      needle === ''
        ? []
        : lines.flatMap((line, place) => (lineText(line).toLowerCase().includes(needle) ? [place] : [])),
    [lines, needle]
  )
  const found = new Set(matches)
  const current = matches[at]
  const foldable = useMemo(
    () => lines.flatMap(({ opens, depth }, place) => (opens && depth > 0 ? [place] : [])),
    [lines]
  )

  const toggle = (place: number) => {
    const next = new Set(folded)
    if (!next.delete(place)) next.add(place)
    setFolded(next)
  }
  const goTo = (index: number) => {
    const place = matches[index]
    if (place === undefined) return
    setAt(index)
    setFolded(new Set([...folded].filter(opening => !isInside(lines, opening, place))))
    requestAnimationFrame(() =>
      box.current?.querySelector(`[data-line="${place}"]`)?.scrollIntoView({ block: 'center' })
    )
  }

  return (
    <div ref={box}>
      <Group gap={6} mb={6} wrap="nowrap">
        <TextInput
          size="xs"
          flex={1}
          leftSection={<IconSearch size={13} aria-hidden />}
          aria-label={text.find}
          placeholder={text.find}
          value={wanted}
          onChange={event => {
            setWanted(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={event =>
            event.key === 'Enter' && goTo(current === undefined ? 0 : (at + 1) % matches.length)
          }
          rightSectionWidth={76}
          rightSection={
            needle !== '' && (
              <span className={classes.count} role="status">
                {text.found(at + 1, matches.length)}
              </span>
            )
          }
        />
        <ActionIcon
          variant="default"
          size={30}
          aria-label={text.findNext}
          disabled={matches.length === 0}
          onClick={() => goTo((at + 1) % matches.length)}
        >
          <IconChevronDown size={14} aria-hidden />
        </ActionIcon>
        {foldable.length > 0 && (
          <Button
            variant="default"
            size="xs"
            onClick={() => setFolded(folded.size > 0 ? new Set() : new Set(foldable))}
          >
            {folded.size > 0 ? text.unfoldAll : text.foldAll}
          </Button>
        )}
      </Group>
      <div className={classes.code} role="region" aria-label={label} tabIndex={0}>
        {unfolded(lines, folded).map(place => {
          const line = lines[place]
          return (
            line && (
              <Line
                key={place}
                line={line}
                place={place}
                isFolded={folded.has(place)}
                mark={place === current ? 'current' : found.has(place) ? 'found' : undefined}
                onToggle={toggle}
              />
            )
          )
        })}
      </div>
    </div>
  )
}

interface LineProps {
  line: JsonLine
  place: number
  isFolded: boolean
  mark: 'current' | 'found' | undefined
  onToggle: (place: number) => void
}

function Line({ line, place, isFolded, mark, onToggle }: LineProps) {
  const { depth, name, opens, kind } = line
  return (
    <div className={classes.line} data-line={place} data-mark={mark} style={{ paddingLeft: 22 + depth * 14 }}>
      {opens && depth > 0 && (
        <button
          type="button"
          className={classes.fold}
          style={{ left: 6 + depth * 14 }}
          aria-expanded={!isFolded}
          aria-label={`${isFolded ? text.unfold : text.fold} ${name ?? ''}`}
          onClick={() => onToggle(place)}
        >
          <IconChevronDown size={12} aria-hidden />
        </button>
      )}
      {name !== null && <span className="hljs-attr">"{name}"</span>}
      {name !== null && ': '}
      <span className={CLASS[kind]}>{line.text}</span>
      {isFolded && opens && (
        <>
          <span className={classes.hidden}> {text.folded(opens.count, opens.isList)} </span>
          <span className="hljs-punctuation">{opens.isList ? ']' : '}'}</span>
        </>
      )}
      {line.hasComma && ','}
    </div>
  )
}

const CLASS = {
  string: 'hljs-string',
  number: 'hljs-number',
  word: 'hljs-literal',
  bracket: 'hljs-punctuation'
}

const isInside = (lines: JsonLine[], opening: number, place: number): boolean =>
  opening < place && place <= (lines[opening]?.opens?.closesAt ?? -1)
