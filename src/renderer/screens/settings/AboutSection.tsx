import { CopyIcon } from '../../components/CopyIcon'
import { Moment } from '../../components/Moment'
import { words } from '../../i18n'
import { useServer } from '../../stores/server'
import { Field } from './search'
import { Section } from './Section'
import classes from './Settings.module.css'

const text = words.settings.about

export function AboutSection() {
  const server = useServer(state => state.server)
  if (!server) return null
  return (
    <Section id="about" title={text.title}>
      <Field words={[text.version, text.dataFolder, text.runningSince]}>
        <dl className={classes.facts}>
          <dt>{text.version}</dt>
          <dd>
            {words.product} {server.version}
          </dd>
          <dt>{text.dataFolder}</dt>
          <dd>
            <span className={classes.mono}>{server.dataFolder}</span>
            <CopyIcon text={server.dataFolder} label={text.copyFolder} />
          </dd>
          <dt>{text.runningSince}</dt>
          <dd>
            <Moment at={server.startedAt} />
          </dd>
        </dl>
      </Field>
    </Section>
  )
}
