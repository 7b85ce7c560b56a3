import { useWords } from '../../../web/i18n/index.ts'
import type { Lease, Room } from '../contract.ts'

/** Who holds a room, or that one may not know; null where nobody does. */
export function useTenant() {
  const t = useWords('buildings')
  const ofLease = ({ isVeiled, tenant }: Lease) => (isVeiled ? t('veiled') : (tenant ?? t('unnamed')))
  return ({ lease }: Pick<Room, 'lease'>): string | null => {
    if (!lease) return null
    return lease.kind === 'own_use' && lease.tenant === null ? null : ofLease(lease)
  }
}
