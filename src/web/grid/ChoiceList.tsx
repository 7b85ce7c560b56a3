import { useEffect, useRef } from 'react'
import { type GridTexts, say } from './texts.ts'

export type Choice = { value: string | null; label: string }

/** Choices whose label or value holds what was typed; all of them, with the empty one first, when nothing was. */
export function filterChoices(choices: readonly { value: string; label: string }[], typed: string): Choice[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return [{ value: null, label: '' }, ...choices]
  return choices.filter(({ value, label }) => `${label}\n${value}`.toLowerCase().includes(wanted))
}

type Props = {
  id: string
  label: string
  choices: readonly Choice[]
  index: number
  texts: GridTexts
  onPick: (choice: Choice) => void
}

export function ChoiceList({ id, label, choices, index, texts, onPick }: Props) {
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the option to show follows from the index
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [index])
  if (choices.length === 0) return <div className="ztg-none">{say(texts, 'choiceNone')}</div>
  return (
    <div ref={list} id={id} role="listbox" aria-label={label} className="ztg-choices" tabIndex={-1}>
      {choices.map((choice, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard works from the text field that owns the list
        <div
          key={choice.value ?? ''}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === index}
          className="ztg-choice"
          onClick={() => onPick(choice)}
        >
          {choice.value === null ? say(texts, 'choiceEmpty') : choice.label}
        </div>
      ))}
    </div>
  )
}
