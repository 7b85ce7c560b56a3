import { Ajv, type ValidateFunction } from 'ajv'
import stringifier from 'fast-json-stringify'
import type { App } from './http.ts'

/**
 * Addresses are text and are converted; bodies are JSON and must be right: Fastify's default turns a null into 0 or ''.
 * A schema is compiled when it is first asked for: all of them at once are most of what a start costs.
 */
export function keepSchemas(app: App) {
  const formats = {
    uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
    'date-time': /^\d{4}-\d\d-\d\dT/,
  }
  const body = new Ajv({ coerceTypes: false, useDefaults: true, formats, strict: false })
  const address = new Ajv({ coerceTypes: 'array', useDefaults: true, formats, strict: false })
  app.setValidatorCompiler<object>(({ schema, httpPart }) =>
    validatedLate(() => (httpPart === 'body' ? body : address).compile(schema)),
  )
  app.setSerializerCompiler<object>(({ schema }) => {
    let write: ReturnType<typeof stringifier> | undefined
    return (data) => {
      write ??= stringifier(schema)
      return write(data)
    }
  })
}

/** Faults are left on the function itself, where Fastify looks for them. */
function validatedLate(compile: () => ValidateFunction) {
  let made: ValidateFunction | undefined
  const validate = (data: unknown) => {
    made ??= compile()
    const isRight = made(data)
    validate.errors = made.errors
    return isRight
  }
  validate.errors = undefined as ValidateFunction['errors']
  return validate
}
