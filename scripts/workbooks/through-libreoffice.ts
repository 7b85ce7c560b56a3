import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** What LibreOffice makes of a workbook. It stamps the time of saving, so these bytes are never the same twice. */
export const savedByLibreOffice = async (bytes: Buffer, name: string): Promise<Buffer> => {
  const folder = await mkdtemp(join(tmpdir(), 'workbook-'))
  try {
    await writeFile(join(folder, name), bytes)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    await promisify(execFile)(
      'soffice',
      [profile, '--headless', '--convert-to', 'xlsx', '--outdir', join(folder, 'saved'), join(folder, name)],
      { timeout: 120_000 },
    )
    return await readFile(join(folder, 'saved', name))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
