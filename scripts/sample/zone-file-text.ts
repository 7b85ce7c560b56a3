/** The zone file as people read it: what is long is on lines of its own, the two numbers of a point on one. */
export const zoneFileText = (organisation: unknown): string =>
  `${JSON.stringify(organisation, null, 2).replace(/\[\s+(-?[\d.]+),\s+(-?[\d.]+)\s+\]/g, '[$1, $2]')}\n`
