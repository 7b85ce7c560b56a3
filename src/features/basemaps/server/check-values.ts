import { Problem, type Sentence, say } from '../../../server/errors.ts'
import { type AddressFault, addressFault, type BasemapValues } from '../model/sources.ts'
import type { BaseFiles } from './files.ts'

const faults: Record<AddressFault, Sentence> = {
  unreadable: say('读不出来', 'cannot be read'),
  scheme: say('须以 https:// 或 http:// 开头', 'must begin with https:// or http://'),
  credentials: say(
    '不能带用户名和密码；密钥用 {key} 代替，另填',
    'must carry no user name and password; write {key} and enter the key apart',
  ),
  host: say('主机名须写明，不能有 { }', 'must name its host, without { }'),
  place: say('须有 {z}、{x}、{y}', 'must have {z}, {x} and {y}'),
  unknown: say(
    '只认 {z} {x} {y} {-y} {key}，或 WMTS 的 {TileMatrix} {TileCol} {TileRow}',
    'may have {z} {x} {y} {-y} {key}, or the {TileMatrix} {TileCol} {TileRow} of WMTS, and no other { }',
  ),
}

/** Refuses what no picture can come of. */
export async function checkValues({ kind, address, file }: BasemapValues, files: BaseFiles): Promise<void> {
  if (kind === 'address') {
    const fault = addressFault(address)
    if (fault)
      throw refused(`地址 ${address || '（空）'} `, `The address ${address || '(empty)'} `, faults[fault])
  }
  if (kind === 'file') {
    const tiles = await files.open(file)
    if (!tiles)
      throw refused(
        `没有底图文件 ${file || '（未选）'}，`,
        `There is no file ${file || '(none chosen)'}: `,
        say('请先放进数据文件夹的 base/', 'put it into base/ of the data folder first'),
      )
    if (tiles === 'vector')
      throw refused(
        `${file} `,
        `${file} `,
        say(
          '里是矢量切片，底图只用 PNG、JPEG、WebP 图片切片',
          'has vector tiles; a base map is of PNG, JPEG or WebP pictures',
        ),
      )
  }
}

const refused = (zh: string, en: string, why: Sentence) =>
  new Problem('invalid_input', say(`${zh}${why.zh}。`, `${en}${why.en}.`))
