import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import type { Furniture } from './furnish.ts'

/** Where to look: who goes, to which address, and what they press there until it is seen. */
export type Place = {
  name: string
  /** Nobody: the sign-in page. */
  login: string | undefined
  address: string
  reach?: (page: Page) => Promise<void>
  /** Seen on one kind of screen only. */
  only?: 'desk' | 'phone'
}

const features = fileURLToPath(new URL('../../src/features/', import.meta.url))

/** Every address in the features' manifests, `$parameters` and all; an address below another comes with it. */
function manifestPaths(): string[] {
  const manifests = readdirSync(features)
    .map((feature) => `${features}${feature}/web/index.ts`)
    .filter((file) => existsSync(file))
  return manifests.flatMap((file) => {
    let parent = ''
    const paths = [...readFileSync(file, 'utf8').matchAll(/\bpath: '([^']+)'/g)].map(([, path = '']) => {
      if (!path.startsWith('/')) return `${parent}/${path}`
      parent = path
      return path
    })
    return [...new Set(paths)]
  })
}

/** Everybody else's pages are looked at by who has most of them. */
const lookers: Record<string, string> = {
  '/settings/people': 'security',
  '/settings/security': 'security',
  '/settings/organisation/prepare': 'director',
  '/settings/organisation/$reorganisationId': 'director',
  '/settings/stages': 'admin',
  '/settings/basemap': 'admin',
  '/settings/lights': 'director',
  '/audit': 'auditor',
}

/** Every page of the product once: a page that is new in a manifest is here by itself. */
export function pagesOf({
  projectId,
  reorganisationId,
  imports,
  pair,
  parcels,
  buildings,
}: Furniture): Place[] {
  const values: Record<string, string> = {
    projectId,
    reorganisationId,
    importId: imports.checked,
    parcelImportId: parcels.doubted,
    buildingId: buildings.buildingId,
    buildingImportId: buildings.doubted,
    firstId: pair[0],
    secondId: pair[1],
  }
  return manifestPaths().map((path) => ({
    name: path === '/' ? 'home' : path.replaceAll('/', '-').slice(1).replaceAll('$', ''),
    login: lookers[path] ?? 'analyst',
    address: path.replace(/\$(\w+)/g, (_, key: string) => {
      const value = values[key]
      if (!value) throw new Error(`${path}: say in furnish.ts which $${key} is looked at.`)
      return value
    }),
  }))
}
