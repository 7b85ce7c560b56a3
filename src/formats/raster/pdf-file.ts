import type { Packed } from './png-file.ts'

type Bytes = Uint8Array<ArrayBuffer>
export type PdfSheet = {
  picture: Packed
  /** Of the page, in millimetres. */
  widthMm: number
  heightMm: number
  about: { title: string; author: string; subject: string; made: Date }
}

const pointsPerMm = 72 / 25.4

/** A PDF of one page that a picture of packed rows covers to its edges, as parts of a file. */
export function pdfFile({ picture, widthMm, heightMm, about }: PdfSheet): Bytes[] {
  const [wide, high] = [widthMm, heightMm].map((mm) => (mm * pointsPerMm).toFixed(3))
  const { width, height, parts } = picture
  const drawing = `q ${wide} 0 0 ${high} 0 0 cm /Sheet Do Q`
  const pictureLength = parts.reduce((sum, { byteLength }) => sum + byteLength, 0)
  const objects: (readonly (string | Bytes)[])[] = [
    ['<< /Type /Catalog /Pages 2 0 R >>'],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents 4 0 R /Resources << /XObject << /Sheet 5 0 R >> >> >>`,
    ],
    [`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`],
    [
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8`,
      ` /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 3 /BitsPerComponent 8 /Columns ${width} >>`,
      ` /Length ${pictureLength} >>\nstream\n`,
      ...parts,
      '\nendstream',
    ],
    [
      `<< /Title ${words(about.title)} /Author ${words(about.author)} /Subject ${words(about.subject)}`,
      ` /Creator (Zhantu) /CreationDate (${dateOf(about.made)}) >>`,
    ],
  ]
  return assemble(objects)
}

/** Objects one after the other, then where each begins. The last tells about the file, the first is its root. */
function assemble(objects: readonly (readonly (string | Bytes)[])[]): Bytes[] {
  const file: Bytes[] = []
  let length = 0
  const add = (part: string | Bytes) => {
    const bytes = typeof part === 'string' ? new TextEncoder().encode(part) : part
    file.push(bytes)
    length += bytes.byteLength
  }
  // Bytes above 127 in the second line tell programs that this is no text.
  add('%PDF-1.7\n')
  add(new Uint8Array([0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a]))
  const starts = objects.map((parts, at) => {
    const start = length
    for (const part of [`${at + 1} 0 obj\n`, ...parts, '\nendobj\n']) add(part)
    return start
  })
  const table = length
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`)
  for (const start of starts) add(`${String(start).padStart(10, '0')} 00000 n \n`)
  add(
    `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${table}\n%%EOF\n`,
  )
  return file
}

/** UTF-16 with its mark, in hexadecimal: any letter, and nothing to escape. */
const words = (text: string) =>
  `<FEFF${[...Array(text.length).keys()].map((at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('')}>`

const dateOf = (at: Date) => `D:${at.toISOString().replace(/\D/g, '').slice(0, 14)}Z`
