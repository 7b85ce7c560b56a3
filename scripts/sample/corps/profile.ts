export type CorpsKey = 'shibei' | 'qiaonan' | 'kejicheng' | 'lvzhi' | 'sanjiang'

export type Product = {
  name: string
  chain: string
  industryCode: string
  unit?: string
  low?: number
  high?: number
}

/** What kind of projects a corps has, so that invented ones look like its own. */
export type Profile = {
  key: CorpsKey
  /** Without 兵团. */
  area: string
  products: readonly Product[]
  /** Ways to name a project; `{b}` brand, `{p}` product, `{n}` yearly amount with its unit. */
  forms: readonly string[]
  /** 万元 */
  amounts: readonly [low: number, high: number]
  fixedShare: readonly [low: number, high: number]
  /** Share of projects that need land of their own; the others rent. */
  landShare: number
  /** 万元 of fixed investment per 亩. */
  intensity: readonly [low: number, high: number]
  /** Yearly output over total investment. */
  outputRatio: readonly [low: number, high: number]
  taxRatio: readonly [low: number, high: number]
  buildings: readonly string[]
  parcelPrefix: string
  /** How many projects stand at each stage at the end of February 2022. */
  atStage: readonly number[]
}

/** One product a line: name | chain | GB/T 4754 code | unit | low-high of the yearly amount. */
export const products = (lines: string): Product[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', chain = '', industryCode = '', unit, range] = line.trim().split('|')
      const [low, high] = (range ?? '').split('-').map(Number)
      return { name, chain, industryCode, ...(unit && low && high ? { unit, low, high } : {}) }
    })
