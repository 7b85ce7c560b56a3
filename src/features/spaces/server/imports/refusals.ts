import { Problem, say } from '../../../../server/errors.ts'

export const importWord = say('地块导入', 'parcel import')

export const tooLarge = (name: string, limitBytes: number) =>
  new Problem(
    'too_large',
    say(
      `“${name}”超过了 ${Math.round(limitBytes / 1024 ** 2)} MB 的上限。请按片区拆成几个文件。`,
      `“${name}” is over the limit of ${Math.round(limitBytes / 1024 ** 2)} MB. Split it by area.`,
    ),
  )

export const nothingIn = (name: string) =>
  new Problem(
    'invalid_input',
    say(
      `“${name}”里没有可用的地块：需要闭合的面。请检查图层，或改存为地块 TXT、Shapefile（zip）、DXF、GeoJSON 或坐标表。`,
      `“${name}” has no parcel to take: closed surfaces are needed. Check its layers, or save it as parcel TXT, Shapefile (zip), DXF, GeoJSON or a table of coordinates.`,
    ),
  )

export const notConfirmed = new Problem(
  'conflict',
  say(
    '坐标系还没有确认：请先核对图上的位置，确认后再导入。',
    'The coordinate system is not confirmed: look where the parcels lie, confirm it, then import.',
  ),
)

export const noSystem = new Problem(
  'conflict',
  say('请先选择坐标系。', 'Choose the coordinate system first.'),
)

export const numberTwice = (number: string, first: string, second: string) =>
  new Problem(
    'conflict',
    say(
      `编号“${number}”要写入两次（${first} 与 ${second}）。请在其中一处选“不导入”。`,
      `Number “${number}” would be written twice (${first} and ${second}). Leave one of them out.`,
    ),
  )

export const landMoved = (places: readonly string[]) =>
  new Problem(
    'conflict',
    say(
      `核对之后有地块变动：${places.slice(0, 5).join('、')}${places.length > 5 ? ` 等 ${places.length} 处` : ''}。请重新核对，没有写入任何内容。`,
      `Parcels have changed since the check: ${places.slice(0, 5).join(', ')}${places.length > 5 ? ` and ${places.length - 5} more` : ''}. Check again; nothing was written.`,
    ),
  )

export const unknownSystem = (epsg: number) =>
  new Problem(
    'invalid_input',
    say(
      `不支持坐标系 EPSG:${epsg}。请选 CGCS2000 的 3° 带或 6° 带、经纬度或 Web 墨卡托。`,
      `The system EPSG:${epsg} is not supported. Choose a 3° or 6° zone of CGCS2000, degrees, or Web Mercator.`,
    ),
  )
