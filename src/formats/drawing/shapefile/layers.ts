import type { Archive } from '../../zip/archive.ts'

/** The parts of one shapefile within an archive, by their paths there. */
export type LayerParts = { name: string; shp: string; dbf?: string; cpg?: string; prj?: string }

const parts =
  /\.(shp|dbf|cpg|prj|shx|sbn|sbx|qix|qpj|qml|qmd|cst|fix|fbn|fbx|ain|aih|atx|ixs|mxs|lyr|sld|shp\.xml|shp\.[^/]*\.atx)$/
/** What archivers and file managers leave behind. */
const leftovers = /^__macosx\/|(^|\/)(\.ds_store|thumbs\.db|desktop\.ini)$|\/$/

/** The shapefiles of an archive in its order, and the entries that belong to none. Paths are in lower case. */
export const layersOf = (archive: Archive): { layers: LayerParts[]; others: string[] } => {
  const paths = archive.paths().filter((path) => !leftovers.test(path))
  const known = new Set(paths)
  const bases = paths.filter((path) => path.endsWith('.shp')).map((path) => path.slice(0, -4))
  const baseNames = bases.map((base) => base.slice(base.lastIndexOf('/') + 1))
  const layers = bases.map((base, index): LayerParts => {
    const written = archive.nameOf(`${base}.shp`).slice(0, -4)
    const isUnique = baseNames.filter((name) => name === baseNames[index]).length === 1
    const part = (extension: 'dbf' | 'cpg' | 'prj') => {
      const path = [`${base}.${extension}`, `${base}.shp.${extension}`].find((one) => known.has(one))
      return path === undefined ? {} : { [extension]: path }
    }
    const name = isUnique ? written.slice(written.lastIndexOf('/') + 1) : written
    return { name, shp: `${base}.shp`, ...part('dbf'), ...part('cpg'), ...part('prj') }
  })
  const owned = new Set(bases)
  const others = paths.filter((path) => !owned.has(path.replace(parts, '')))
  return { layers, others: others.map((path) => archive.nameOf(path)) }
}
