import { NEWS_TOPICS, type NewsTopic } from '../../shared/desktop'
import type { News } from '../engine-protocol'

/** Never more than one notification in this time; what comes meanwhile is counted. */
export const QUIET_MS = 30_000

export interface NotifierDeps {
  isWanted: (topic: NewsTopic) => boolean
  /** Nobody is told of what they look at. */
  isLooking: () => boolean
  show: (news: News) => void
}

/** Gathers news into notifications: the first at once, the next after QUIET_MS with what came meanwhile. */
export function createNotifier({ isWanted, isLooking, show }: NotifierDeps) {
  const waiting = new Map<NewsTopic, News>()
  let quiet: NodeJS.Timeout | null = null

  function speak() {
    const topic = NEWS_TOPICS.find(name => waiting.has(name))
    const news = topic && waiting.get(topic)
    if (quiet || !news) return
    waiting.delete(news.topic)
    show(news)
    quiet = setTimeout(() => {
      quiet = null
      speak()
    }, QUIET_MS)
    // Nothing waits for it at the end.
    quiet.unref()
  }

  return {
    tell(news: News): void {
      if (!isWanted(news.topic) || isLooking()) return
      const count = (waiting.get(news.topic)?.count ?? 0) + news.count
      waiting.set(news.topic, { ...news, count })
      speak()
    },
    /** Somebody looks now: what waits is no news to them any more. */
    looked: (): void => waiting.clear()
  }
}
