import type { Block } from './entities.ts'
import { blockKey } from './read-sections.ts'

/** The blocks in which, at any depth, there is a polyline or a text. The rest (symbols, most of them) need no drawing. */
export const drawnBlocks = (blocks: Map<string, Block>): Set<Block> => {
  const insertedIn = new Map<Block, Set<Block>>()
  const drawn = new Set<Block>()
  for (const block of blocks.values())
    for (const entity of block.entities) {
      if (entity.kind === 'polyline' || entity.kind === 'text') drawn.add(block)
      const inner = entity.kind === 'insert' ? blocks.get(blockKey(entity.block)) : undefined
      if (inner) insertedIn.set(inner, (insertedIn.get(inner) ?? new Set()).add(block))
    }
  // A set gives what is added to it while it is gone through, too.
  for (const block of drawn) for (const outer of insertedIn.get(block) ?? []) drawn.add(outer)
  return drawn
}
