import { BrowserWindow, Notification } from 'electron'
import { sentenceText } from '../../shared/describe'
import type { NewsTopic } from '../../shared/desktop'
import type { News } from '../engine-protocol'
import { words } from './words'

/** Where a click leads: to what the notification is about. */
const ROUTES: Record<NewsTopic, string> = {
  failing: '#/log?q=is%3Aerror',
  changes: '#/log?q=is%3Achange',
  tunnel: '#/setup'
}

/** Kept while they are on the screen: one that is collected no longer hears its click. */
const onScreen = new Set<Notification>()

export function showNotification({ topic, count, latest }: News, goTo: (route: string) => void) {
  const { title, body } = words.news[topic](
    count,
    typeof latest === 'string' ? latest : sentenceText(latest, words.stories)
  )
  const notification = new Notification({ title, body })
  onScreen.add(notification)
  notification.on('click', () => goTo(ROUTES[topic]))
  notification.on('close', () => onScreen.delete(notification))
  notification.show()
}

/** An example, so that people know what they choose. */
export function showExample(topic: NewsTopic, goTo: (route: string) => void) {
  const { count, latest } = words.newsExamples[topic]
  showNotification({ topic, count, latest }, goTo)
}

export const isLooking = (): boolean => BrowserWindow.getFocusedWindow() !== null
