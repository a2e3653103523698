import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { problemOf } from '../../hooks/useCall'
import { words } from '../../i18n'
import { playDemo, resetDemo } from '../../stores/setup'
import classes from './Setup.module.css'

const text = words.setup.demo

export function Demo({ isPlayed }: { isPlayed: boolean }) {
  const [isBusy, setBusy] = useState(false)
  const follow = async () => {
    setBusy(true)
    try {
      await (isPlayed ? resetDemo() : playDemo())
    } catch (error) {
      notifications.show({ color: 'red', title: text.failed, message: problemOf(error).message })
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className={classes.demo} title={isPlayed ? text.played : text.hint}>
      {!isPlayed && text.question}
      <Button variant="default" loading={isBusy} onClick={() => void follow()}>
        {isPlayed ? text.reset : text.play}
      </Button>
    </div>
  )
}
