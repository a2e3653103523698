import { Button, Group, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import { problemOf } from '../hooks/useCall'
import { words } from '../i18n'
import { startServer, useServer } from '../stores/server'

/** Neighbouring ports tried before any free one is taken. */
const NEIGHBOURS = 10

/** A busy port is a question, never a silent change. */
export function PortTaken() {
  const { server, isChanging } = useServer()
  const [dismissedAt, setDismissedAt] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  if (server?.state !== 'port-taken') return null

  const text = words.shell.portTaken
  const attempt = (start: Promise<unknown>) => {
    setProblem(null)
    start.catch((error: unknown) => setProblem(problemOf(error).message))
  }

  return (
    <Modal
      opened={dismissedAt !== server.port}
      onClose={() => setDismissedAt(server.port)}
      title={text.title(server.port)}
    >
      <Text>{text.text}</Text>
      {problem && (
        <Text c="var(--failed)" mt="sm" role="alert">
          {problem}
        </Text>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" loading={isChanging} onClick={() => attempt(startServer())}>
          {text.again}
        </Button>
        <Button loading={isChanging} onClick={() => attempt(startNearby(server.port + 1))}>
          {text.another}
        </Button>
      </Group>
    </Modal>
  )
}

async function startNearby(first: number) {
  for (let port = first; port < first + NEIGHBOURS && port <= 65535; port += 1) {
    try {
      return await startServer(port)
    } catch (error) {
      if (problemOf(error).code !== 'PORT_TAKEN') throw error
    }
  }
  return startServer(0)
}
