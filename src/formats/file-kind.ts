import { open } from 'node:fs/promises'
import { openPromise } from 'yauzl'

/** What a file is by its content. Its name says nothing. */
export type FileKind = 'pdf' | 'png' | 'jpeg' | 'docx' | 'xlsx' | 'ofd'
export type FileFault = 'empty' | 'program' | 'macros' | 'damaged' | 'unknown'

const starts: [string, FileKind | 'zip'][] = [
  ['%PDF-', 'pdf'],
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['\xff\xd8\xff', 'jpeg'],
  ['PK\x03\x04', 'zip'],
]
/** Windows, Linux, Java and macOS programs, shortcuts, cabinets. */
const programs = [
  'MZ',
  '\x7fELF',
  '\xca\xfe\xba\xbe',
  '\xce\xfa\xed\xfe',
  '\xcf\xfa\xed\xfe',
  'L\0\0\0',
  'MSCF',
]
const script = /^(\xef\xbb\xbf)?\s*(#!|<\?php|<script|<html|<!doctype|<svg|<\?xml|@echo)/i
const headBytes = 1024
const mostEntries = 10_000

/** Reads the beginning, and of a package its list of parts; never unpacks anything. */
export async function fileKind(path: string): Promise<{ kind: FileKind } | { fault: FileFault }> {
  const head = await beginningOf(path)
  if (head === '') return { fault: 'empty' }
  if (programs.some((start) => head.startsWith(start)) || script.test(head)) return { fault: 'program' }
  const kind = starts.find(([start]) => head.startsWith(start))?.[1]
  if (kind === 'zip') return packageKind(path)
  return kind ? { kind } : { fault: 'unknown' }
}

async function beginningOf(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead).toString('latin1')
  } finally {
    await file.close()
  }
}

const runs = /\.(exe|dll|com|scr|msi|bat|cmd|ps1|vbs|js|jse|wsf|hta|jar|sh|lnk)$/i

async function packageKind(path: string): Promise<{ kind: FileKind } | { fault: FileFault }> {
  const names = new Set<string>()
  try {
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true })
    try {
      for await (const entry of zip.eachEntry()) {
        names.add(entry.fileName.toLowerCase())
        if (names.size > mostEntries) return { fault: 'unknown' }
      }
    } finally {
      zip.close()
    }
  } catch {
    return { fault: 'damaged' }
  }
  const all = [...names]
  if (all.some((name) => runs.test(name))) return { fault: 'program' }
  if (all.some((name) => name.endsWith('vbaproject.bin') || name.includes('/activex/')))
    return { fault: 'macros' }
  const isOffice = names.has('[content_types].xml')
  if (isOffice && names.has('word/document.xml')) return { kind: 'docx' }
  if (isOffice && names.has('xl/workbook.xml')) return { kind: 'xlsx' }
  if (names.has('ofd.xml')) return { kind: 'ofd' }
  return { fault: 'unknown' }
}
