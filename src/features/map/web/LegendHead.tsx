type LegendHeadProps = {
  title: string
  /** What its figures count. */
  units: readonly string[]
  /** What stands above tells those who see it. */
  isUnseen?: boolean
}

/** What a part of the legend is of, and what its figures count. */
export function LegendHead({ title, units, isUnseen }: LegendHeadProps) {
  return (
    <thead {...(isUnseen ? { className: 'zt-unseen' } : {})}>
      <tr>
        <th scope="col">{title}</th>
        {units.map((unit) => (
          <th key={unit} scope="col" className="zt-number">
            {unit}
          </th>
        ))}
      </tr>
    </thead>
  )
}
