import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'

export type ReadPdf = {
  /** Points. */
  width: number
  height: number
  pages: number
  text: string
  /** Of the largest picture on the page. */
  dots: { width: number; height: number }
  /** Red, green and blue of its first dot. */
  corner: number[]
}

/** True where poppler is on this machine; CI has it. */
export const canReadPdf = (() => {
  try {
    execFileSync('pdfinfo', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    console.log('poppler (pdfinfo) is not on this machine: no other program reads the PDFs back.')
    return false
  }
})()

/** What another program than ours reads in a PDF. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const folder = mkdtempSync(join(tmpdir(), 'zhantu-pdf-'))
  const path = join(folder, 'sheet.pdf')
  const ask = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: 'utf8' })
  try {
    writeFileSync(path, bytes)
    const [, width = '', height = ''] =
      /MediaBox:\s+0\.00\s+0\.00\s+([\d.]+)\s+([\d.]+)/.exec(ask('pdfinfo', '-box', path)) ?? []
    const pages = /Pages:\s+(\d+)/.exec(ask('pdfinfo', path))?.[1]
    ask('pdfimages', '-png', path, join(folder, 'picture'))
    const picture = PNG.sync.read(readFileSync(join(folder, 'picture-000.png')))
    return {
      width: Number(width),
      height: Number(height),
      pages: Number(pages),
      text: ask('pdftotext', '-layout', path, '-'),
      dots: { width: picture.width, height: picture.height },
      corner: [...picture.data.subarray(0, 3)],
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
