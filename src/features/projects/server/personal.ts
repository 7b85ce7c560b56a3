import { hasMask, readContact, tidyPhones } from '../../../engine/text/contact.ts'
import { Problem, type Sentence, say } from '../../../server/errors.ts'
import type { Field } from '../fields.ts'

/** In an order or in groups, or found by a piece of it, a masked value could be guessed digit by digit. */
export function refusePersonal({ personal, zh, en }: Field) {
  if (!personal) return
  throw new Problem(
    'invalid_input',
    say(
      `“${zh}”是个人信息，只能按有没有筛选，不能按内容查找、排序或分组。`,
      `“${en}” is personal information: filter by whether there is any, not by what it says, and neither sort nor group by it.`,
    ),
  )
}

/** What is wrong with whom to call, or nothing. */
export function checkPersonal({ personal, zh, en }: Field, value: string): Sentence | undefined {
  if (!personal) return undefined
  if (hasMask(value))
    return say(
      `“${value}”是遮蔽后的样子，不是“${zh}”本身。请填写完整内容，或保持不变。`,
      `“${value}” is a mask, not the value of “${en}”. Write it in full, or leave it as it is.`,
    )
  if (personal === 'phone')
    return tidyPhones(value)
      ? undefined
      : say(
          `“${value}”不是电话号码，请写成 13812345678 或 0571-82345678，几个号码用“、”隔开。`,
          `“${value}” is no telephone number; write 13812345678 or 0571-82345678, several parted by “、”.`,
        )
  return readContact(value)?.phones === null
    ? undefined
    : say(
        `“${value}”里有数字。“${zh}”只写姓名，号码请写在“联系电话”。`,
        `There are digits in “${value}”. “${en}” takes the name; the number has a field of its own.`,
      )
}
