import { useWords } from '../../../web/i18n/index.ts'
import { radiusOf } from './project-looks.ts'

/** 亿元 */
const samples = [3, 10, 50]
const scale = 0.8

/** How large a circle is for how much. */
export function SizeKey() {
  const t = useWords('map')
  const [, , largest = 0] = samples.map((yi) => radiusOf(yi * 10_000) * scale)
  const height = largest * 2 + 2
  return (
    <figure className="zt-size-key">
      <svg width={height} height={height} aria-hidden="true">
        {samples.map((yi) => {
          const radius = radiusOf(yi * 10_000) * scale
          return <circle key={yi} cx={height / 2} cy={height - 1 - radius} r={radius} />
        })}
      </svg>
      <figcaption>
        {t('sizes', { small: samples[0] ?? 0, middle: samples[1] ?? 0, large: samples[2] ?? 0 })}
      </figcaption>
    </figure>
  )
}
