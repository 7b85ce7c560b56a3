import { muText, squareMetresText } from '../../../engine/geometry/area.ts'
import { roundDecimal } from '../../../shared/decimal.ts'
import { showNumber } from '../../../web/format.ts'
import type { Words } from '../../../web/i18n/index.ts'

/** Metres below a kilometre, then kilometres with two decimals: 523 米, 1.52 公里. */
export const lengthWords = (metres: number, t: Words) =>
  metres < 1000
    ? t('metres', { length: showNumber(roundDecimal(String(Math.round(metres)), 0)) })
    : t('kilometres', { length: showNumber((metres / 1000).toFixed(2)) })

/** 亩 with two decimals beside whole ㎡. */
export function areaWords(squareMetres: number, t: Words) {
  const [mu, whole] = [muText(squareMetres) ?? '0', squareMetresText(squareMetres) ?? '0']
  return t('muAndMetres', {
    mu: showNumber(roundDecimal(mu, 2), 2),
    metres: showNumber(roundDecimal(whole, 0)),
  })
}
