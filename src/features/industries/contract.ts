import { Type } from 'typebox'
import { body, listOf, nullable, oneOf, type Static } from '../../shared/schema.ts'

/** 门类, 大类, 中类, 小类. */
export const levels = ['section', 'division', 'group', 'class'] as const
export type Level = (typeof levels)[number]

/** GB/T 4754-2017 as first printed, and as its amendment No. 1 of 2019 left it, which is in force. */
export const editions = ['2017', '2019'] as const
export type Edition = (typeof editions)[number]

const Step = Type.Object({ code: Type.String(), letter: Type.String(), name: Type.String() })
/** `code` as the standard writes it: a letter, or 2 to 4 digits; `letter` is that of its 门类. */
export const Industry = Type.Object({
  ...Step.properties,
  level: oneOf(levels),
  parent: nullable(Type.String()),
  /** How many industries lie directly beneath. */
  children: Type.Integer(),
  /** The amendment wrote this row, or gave it its name. */
  amended: Type.Boolean(),
  /** From its 门类 down to what is right above it. */
  path: Type.Array(Step),
})
export const IndustryList = listOf(Industry)
export const IndustryAnswer = Type.Object({ edition: oneOf(editions), ...IndustryList.properties })

const edition = Type.Optional(oneOf(editions))
export const ChildrenQuery = body({ parent: Type.Optional(Type.String({ maxLength: 5 })), edition })
export const SearchQuery = body({
  q: Type.String({ maxLength: 100 }),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
  edition,
})
export const EditionQuery = body({ edition })
export const CodeParams = Type.Object({ code: Type.String({ maxLength: 200 }) })

export type Industry = Static<typeof Industry>
export type IndustryAnswer = Static<typeof IndustryAnswer>
