import type { ParcelImport } from '../import-contract.ts'
import { ApplyShapes } from './ApplyShapes.tsx'
import { ReadingStep } from './ReadingStep.tsx'
import { ShapesStep } from './ShapesStep.tsx'
import { useImportActs } from './use-parcel-imports.ts'
import './parcel-import.css'

/** The three steps under each other. */
export function ParcelSteps({ file }: { file: ParcelImport }) {
  const acts = useImportActs(file.id)
  return (
    <div className="zt-steps zt-parcel-steps">
      <ReadingStep file={file} acts={acts} />
      <ShapesStep file={file} acts={acts} />
      <ApplyShapes file={file} acts={acts} />
    </div>
  )
}
