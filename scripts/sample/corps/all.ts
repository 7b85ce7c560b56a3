import { kejicheng } from './kejicheng.ts'
import { lvzhi } from './lvzhi.ts'
import type { CorpsKey, Profile } from './profile.ts'
import { qiaonan } from './qiaonan.ts'
import { sanjiang } from './sanjiang.ts'
import { shibei } from './shibei.ts'

export const profiles: readonly Profile[] = [shibei, qiaonan, kejicheng, lvzhi, sanjiang]

export const profileOf = (key: CorpsKey): Profile => {
  const profile = profiles.find((one) => one.key === key)
  if (!profile) throw new RangeError(`no corps ${key}`)
  return profile
}
