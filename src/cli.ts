import { readFile } from 'node:fs/promises'
import { Value } from 'typebox/value'
import { resetFromOutside } from './features/accounts/server/member-account.ts'
import { hashPassword } from './features/accounts/server/passwords.ts'
import { exportLog, verifyAll, verifyFile } from './features/audit/server/commands.ts'
import { appoint } from './features/organisation/server/appoint.ts'
import { createZone, ZoneFile } from './features/organisation/server/create-zone.ts'
import { readConfig } from './server/config.ts'
import { openDatabase } from './server/database/open.ts'
import { serve } from './server/main.ts'
import { openSample, sampleAccountLines } from './server/sample.ts'

const usage = `zhantu serve            open the zones of the data folder (or of DATABASE_URL) in the browser
zhantu serve --sample   the same, with the sample zone made on the first start
zhantu migrate          bring the database's schema up to date and stop
zhantu verify           compute the audit log's chain anew and hold every record to it; says the first that is wrong
zhantu verify --from-file FILE     the same of an exported log, without a database
zhantu audit-export FILE [ZONE]    write a zone's audit log to a file, for verifying elsewhere
zhantu zone FILE        make a zone from a file of its units and members (see docs/operators); the first
                        password of all accounts is read from ZHANTU_FIRST_PASSWORD
zhantu appoint ZONE LOGIN ROLE     give a member a post in the zone's office, such as its first security_administrator
zhantu reset-second-factor ZONE LOGIN  take the second factor off an account whose phone and recovery codes are lost`

async function run([command, ...rest]: string[]) {
  const config = readConfig()
  const place = config.databaseUrl ? { url: config.databaseUrl } : { folder: config.dataFolder }
  if (command === 'serve') {
    const { address, database } = await serve(
      config,
      rest.includes('--sample') ? (database) => openSample(database, config) : undefined,
    )
    console.log(`\n战图 Zhantu: ${address}`)
    for (const line of await sampleAccountLines(database)) console.log(line)
  } else if (command === 'migrate') {
    const database = await openDatabase(place)
    await database.close()
    console.log('The schema is up to date.')
  } else if (command === 'verify') {
    const file = rest[rest.indexOf('--from-file') + 1]
    if (rest.length > 0 && !(rest[0] === '--from-file' && file)) throw new Error(usage)
    const ok = file ? await verifyFile(file, console.log) : await verifyDatabase()
    process.exitCode = ok ? 0 : 1
  } else if (command === 'audit-export' && rest[0]) {
    const database = await openDatabase(place)
    try {
      const { dataFolder, sealAlgorithm: algorithm } = config
      const zone = await exportLog(database, { file: rest[0], code: rest[1], algorithm, dataFolder })
      console.log(`The log of ${zone.name} is in ${rest[0]}.`)
    } finally {
      await database.close()
    }
  } else if (command === 'appoint' && rest[0] && rest[1] && rest[2]) {
    const database = await openDatabase(place)
    try {
      const zone = await appoint(database, rest[0], rest[1], rest[2])
      console.log(`${rest[1]} is ${rest[2]} of ${zone.name} from today.`)
    } finally {
      await database.close()
    }
  } else if (command === 'reset-second-factor' && rest[0] && rest[1]) {
    const database = await openDatabase(place)
    try {
      const zone = await resetFromOutside(database, rest[0], rest[1])
      console.log(`${rest[1]} of ${zone.name} signs in by password alone until another factor is set up.`)
    } finally {
      await database.close()
    }
  } else if (command === 'zone' && rest[0]) {
    const file: unknown = JSON.parse(await readFile(rest[0], 'utf8'))
    if (!Value.Check(ZoneFile, file))
      throw new Error(
        `${rest[0]} is not a zone file: ${JSON.stringify([...Value.Errors(ZoneFile, file)][0])}`,
      )
    const first = process.env['ZHANTU_FIRST_PASSWORD']
    if (!first || first.length < 8)
      throw new Error(
        'Set ZHANTU_FIRST_PASSWORD to 8 characters or more; everyone changes it at the first sign-in.',
      )
    const database = await openDatabase(place)
    try {
      await createZone(database, file, {
        sample: false,
        at: new Date(),
        passwordHash: await hashPassword(first),
        mustChange: true,
      })
    } finally {
      await database.close()
    }
    console.log(`The zone ${file.zone.name} is there, with ${file.members.length} accounts.`)
  } else {
    console.log(usage)
    process.exitCode = command === undefined || command === 'help' ? 0 : 2
  }

  async function verifyDatabase() {
    const database = await openDatabase(place)
    try {
      return await verifyAll(database, config.dataFolder, console.log)
    } finally {
      await database.close()
    }
  }
}

run(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
