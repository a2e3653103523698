import { answers } from './contract'

export const tls = {
  setPassword: answers.tls.setPassword.handler(async ({ context, input, errors }) => {
    const outcome = await context.tls.setPassword(input.password)
    if (outcome === 'wrong')
      throw errors.WRONG_PASSWORD({ message: 'The key does not open with this password.' })
    if (outcome === 'given') {
      throw errors.FROM_ENVIRONMENT({ message: 'USHER_TLS_PASSWORD counts. Start Usher without it first.' })
    }
    return context.server.state()
  }),

  forgetPassword: answers.tls.forgetPassword.handler(({ context }) => {
    context.tls.forgetPassword()
    return context.server.state()
  })
}
