import { showTime } from '../../../web/format.ts'

/** Day and second in Shanghai: in a log the order of one minute matters. */
export const showSecond = (at: string) => `${showTime(at)}:${at.slice(17, 19)}`
