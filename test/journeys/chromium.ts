import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** The shell draws pages and has no window of its own: one of Chromium costs seconds, for menus that nobody sees. */
const candidates = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** It starts nothing of its own accord and asks nobody on the network for anything. */
const flags = [
  '--headless',
  '--no-sandbox',
  // Maps are drawn by WebGL, here without a graphics card.
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const executablePath = candidates.find((path) => path && existsSync(path))

/** Why no journey can be played here, or undefined. */
export const noChromium = executablePath
  ? undefined
  : 'no Chromium on this machine (set CHROMIUM to its path)'

/** Files have Chinese names, which the shell reads in the language of its surroundings. */
const env = { ...process.env, LC_ALL: 'C.UTF-8' }

export const openChromium = (): Promise<Browser> =>
  chromium.launch({ ...(executablePath ? { executablePath } : {}), args: flags, env })
