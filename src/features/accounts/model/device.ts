export type Device = { browser: string | null; system: string | null }

/** The more telling first: every browser also says the names of those before it. */
const browsers: readonly [RegExp, string][] = [
  [/DingTalk/i, 'DingTalk'],
  [/MicroMessenger/i, 'WeChat'],
  [/EdgA?\//, 'Edge'],
  [/QQBrowser/, 'QQ Browser'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: readonly [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux|X11/, 'Linux'],
]

const first = (list: readonly [RegExp, string][], agent: string) =>
  list.find(([form]) => form.test(agent))?.[1] ?? null

/** What a browser says of itself, in the names that people know. */
export const deviceOf = (agent: string | null): Device => ({
  browser: first(browsers, agent ?? ''),
  system: first(systems, agent ?? ''),
})
