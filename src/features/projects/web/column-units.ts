import { useSyncExternalStore } from 'react'
import { fieldByKey } from '../fields.ts'
import { type ShownUnit, usualUnit } from '../shown-units.ts'

/** 亿元 or 万元 for each amount column, as this person likes it on this machine. */
export type MoneyUnits = Readonly<Record<string, '亿元' | '万元'>>

const storageKey = 'zt-ledger-units'
const listeners = new Set<() => void>()
let units: MoneyUnits = read()

function read(): MoneyUnits {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(Object.entries(kept).filter(([, unit]) => unit === '亿元' || unit === '万元'))
  } catch {
    return {}
  }
}

export function setMoneyUnit(key: string, unit: '亿元' | '万元') {
  units = { ...units, [key]: unit }
  localStorage.setItem(storageKey, JSON.stringify(units))
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useMoneyUnits = () => useSyncExternalStore(subscribe, () => units)

/** Undefined for columns without numbers. */
export function unitOf(key: string, chosen: MoneyUnits = {}): ShownUnit | undefined {
  const field = fieldByKey.get(key)
  if (!field) return undefined
  return field.kind === 'money' ? (chosen[key] ?? usualUnit(field)) : usualUnit(field)
}
