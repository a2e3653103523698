import { randomUUID } from 'node:crypto'

/**
 * A resource or token id: never changes, never reused. A UUID that begins with the time (RFC 9562 §5.7), so that ids given one
 * after another lie beside each other in the database's index; 74 bits are random.
 */
export function newId(): string {
  const time = Date.now().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}
