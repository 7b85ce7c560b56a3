import { normaliseText } from './normalise.ts'

const current = /^(\d{2})(0[1-9]|1[0-2])-(\d{6})-(\d{2})-(\d{2})-(\d{6})$/
const former = /^((?:19|20)\d{2})-(\d{6})-(\d{2})-(\d{2})-(\d{6})(?:-(\d{3}))?$/

export interface ProjectCodeCheck {
  /** Half-width, upper case, hyphens unified, no spaces; hyphens put in where only they were missing. */
  normalised: string
  wellFormed: boolean
  /** 'current': GB/T 40058-2021, 2202-330109-04-01-123456. 'former': until 2020, 2018-330109-39-03-012345-000. */
  form?: 'current' | 'former'
  /** Month of the current form ('2022-02'), year of the former ('2018'). */
  assignedIn?: string
  /** 行政区划, six digits. */
  region?: string
}

/** 投资项目代码. The check digit is not validated: its rule is not public, and a real code fits no known one. */
export function checkProjectCode(code: string): ProjectCodeCheck {
  const text = normaliseText(code)
    .toUpperCase()
    .replace(/[‐-―−－—_]+/gu, '-')
    .replace(/[\s']/g, '')
  const normalised = withHyphens(text)
  const now = current.exec(normalised)
  if (now)
    return {
      normalised,
      wellFormed: true,
      form: 'current',
      assignedIn: `20${now[1]}-${now[2]}`,
      region: now[3],
    }
  const then = former.exec(normalised)
  if (then) return { normalised, wellFormed: true, form: 'former', assignedIn: then[1], region: then[2] }
  return { normalised, wellFormed: false }
}

/** 20 digits are a current code and 20 digits beginning with a year are not: months 13 to 99 do not exist. */
function withHyphens(text: string): string {
  const bare = /^(\d{4})(\d{6})(\d{2})(\d{2})(\d{6})$/.exec(text)
  return bare ? bare.slice(1).join('-') : text
}
