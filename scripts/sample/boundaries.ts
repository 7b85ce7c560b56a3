import type { Position, Ring } from '../../src/engine/geometry/position.ts'

/**
 * Where the eight areas lie: drawn by hand around the places that reports name, in degrees of CGCS2000, to the size
 * that areas-and-goals.ts says. No border of any authority; neighbours share the points of the edge between them.
 */
const westEast: Ring = [
  [120.2732, 30.1728],
  [120.2741, 30.1851],
  [120.273, 30.1962],
  [120.2737, 30.2073],
]
/** On the eastern edge of 市北: where 宁围 begins, where it meets the core, and where the core goes on alone. */
const southCorner: Position = [120.288, 30.1966]
const threeWays: Position = [120.2877, 30.2034]
const northCorner: Position = [120.2873, 30.2084]
const innerCorner: Position = [120.3098, 30.2046]
const coreSouth: Position = [120.2995, 30.2041]
const northEast: Ring = [
  [120.3172, 30.2045],
  [120.3242, 30.204],
]
const coreEast: Ring = [
  [120.3102, 30.2155],
  [120.3096, 30.2282],
]

const outlines: Record<string, Ring> = {
  市北西片: [
    [120.254, 30.1762],
    [120.2628, 30.1744],
    ...westEast,
    [120.2652, 30.2054],
    [120.2566, 30.2026],
    [120.2538, 30.1941],
    [120.2532, 30.1852],
  ],
  市北东片: [
    [120.2814, 30.1736],
    [120.2876, 30.1746],
    [120.2884, 30.1852],
    southCorner,
    threeWays,
    northCorner,
    [120.2808, 30.2082],
    ...westEast.toReversed(),
  ],
  桥南区块: [
    [120.3039, 30.137],
    [120.3125, 30.1344],
    [120.3239, 30.1331],
    [120.334, 30.1346],
    [120.3411, 30.1389],
    [120.3429, 30.147],
    [120.3407, 30.1551],
    [120.3325, 30.1604],
    [120.322, 30.1615],
    [120.3115, 30.1599],
    [120.3043, 30.1546],
    [120.3024, 30.146],
  ],
  江南科技城核心区: [
    threeWays,
    coreSouth,
    innerCorner,
    ...coreEast,
    [120.3002, 30.2291],
    [120.2914, 30.2266],
    [120.2874, 30.2183],
    northCorner,
  ],
  宁围街道北片: [
    innerCorner,
    ...northEast,
    [120.3253, 30.213],
    [120.324, 30.224],
    [120.3178, 30.2268],
    ...coreEast.toReversed(),
  ],
  宁围街道南片: [
    southCorner,
    [120.3012, 30.1957],
    [120.313, 30.1962],
    [120.3234, 30.1972],
    ...northEast.toReversed(),
    innerCorner,
    coreSouth,
    threeWays,
  ],
  益农拓展区: [
    [120.5609, 30.1696],
    [120.5724, 30.1678],
    [120.5849, 30.1672],
    [120.5974, 30.1686],
    [120.6055, 30.1715],
    [120.607, 30.1811],
    [120.6053, 30.1921],
    [120.5979, 30.1984],
    [120.5859, 30.1998],
    [120.5734, 30.1991],
    [120.5633, 30.1964],
    [120.5599, 30.1878],
    [120.5595, 30.1782],
  ],
  三江创智新城区块: [
    [120.1753, 30.1061],
    [120.1824, 30.1041],
    [120.1908, 30.1035],
    [120.1978, 30.1057],
    [120.1992, 30.1136],
    [120.1983, 30.1229],
    [120.1952, 30.1309],
    [120.1877, 30.1348],
    [120.1784, 30.1341],
    [120.1722, 30.1295],
    [120.1718, 30.1216],
    [120.1737, 30.1136],
  ],
}

/** Not closed, counter-clockwise, lon and lat. */
export const outlineOf = (name: string): Ring => {
  const outline = outlines[name]
  if (!outline) throw new RangeError(`no outline of ${name}`)
  return outline
}

export const boundaryOf = (name: string) => {
  const outline = outlineOf(name)
  const [first] = outline
  return { type: 'Polygon', coordinates: [first ? [...outline, first] : outline] }
}
