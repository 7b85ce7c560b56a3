import { addProtocol } from 'maplibre-gl'
import { attendance } from '../../../web/attendance.ts'
import { BasePictures } from './base-pictures.ts'
import { scheme } from './base-style.ts'

/** Of all maps of this window. */
export const basePictures = new BasePictures(async (path) => {
  const response = await fetch(`/api/basemap/tiles/${path}`, { headers: attendance() })
  if (!response.ok) throw new Error(`${response.status}`)
  return response.blob()
})

const nothing = { data: new ArrayBuffer(0) }

/** `basemap://system/set/z/x/y?v=…`. Never an error of the map: where no picture comes, the paper stays. */
addProtocol(scheme, async ({ url }, { signal }) => {
  const [, system, path = ''] = /^\w+:\/\/(\w+)\/(.+)$/.exec(url) ?? []
  try {
    if (system === 'gcj02') {
      const { drawShifted } = await import('./draw-shifted.ts')
      const picture = await drawShifted(path, (one) => basePictures.get(one))
      return picture ? { data: picture } : nothing
    }
    const blob = await basePictures.get(path, signal)
    return blob?.size ? { data: await createImageBitmap(blob) } : nothing
  } catch {
    return nothing
  }
})
