// Plain JavaScript: runs on whatever Node the machine has, before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const windows = process.platform === 'win32'

/** The pinned Node, which npm installs like any other package. */
export const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')

/** What Node has compiled of our modules and of packages, kept between processes: it halves what loading them costs. */
export const keepCompiled = { NODE_COMPILE_CACHE: join(root, '.cache', 'compiled') }

export function run(command, args, options = {}) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  return status ?? 1
}

/** Runs `npm ci` if what is installed is not what the lock file says. */
export function ensureInstalled() {
  const mark = join(root, 'node_modules', '.zhantu-installed')
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(mark) && existsSync(node) && readFileSync(mark, 'utf8') === wanted) return
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    console.error(
      'node_modules is a link to packages of another folder, and other ones are needed here: install there.',
    )
    process.exit(1)
  }
  console.log('Installing packages …')
  if (run('npm', ['ci', '--no-audit', '--no-fund'], { shell: windows }) !== 0) {
    console.error('The packages could not be installed. Is the npm registry reachable from here?')
    process.exit(1)
  }
  writeFileSync(mark, wanted)
}

/** Builds the web application if any source of it has changed since the last build. */
export function ensureBuilt() {
  const hash = createHash('sha256')
  for (const file of [...sources(join(root, 'src')), 'package-lock.json', 'vite.config.ts'])
    hash.update(file).update(readFileSync(join(root, file)))
  const mark = join(root, 'dist', 'web.hash')
  const wanted = hash.digest('hex')
  if (
    existsSync(mark) &&
    existsSync(join(root, 'dist', 'web', 'index.html')) &&
    readFileSync(mark, 'utf8') === wanted
  )
    return
  console.log('Building the web application …')
  if (run(node, [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn']) !== 0)
    process.exit(1)
  mkdirSync(dirname(mark), { recursive: true })
  writeFileSync(mark, wanted)
}

const walk = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [relative(root, path)]
  })

function sources(folder) {
  return walk(folder)
    .filter((file) => /\.(ts|tsx|css|html|svg)$/.test(file) && !/\.test\.|[/\\]server[/\\]/.test(file))
    .sort()
}
