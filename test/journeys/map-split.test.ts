import assert from 'node:assert/strict'
import type { ParcelDetail, ParcelList } from '../../src/features/spaces/contract.ts'
import { callAs } from './caller.ts'
import { furnishMap } from './furnish-map.ts'
import { journeys } from './journey.ts'

const near = 16

journeys('A split drawn on the map', ({ claim }) => {
  claim(
    'a line drawn over a parcel shows its parts, and makes them with their numbers',
    async ({ url, openAs }) => {
      const scene = await furnishMap(url)
      const [first] = scene.parcels
      assert.ok(first)
      const page = await openAs('analyst')
      await page.goto(`${url}/map?at=${scene.at(first, near)}&parcel=${first.id}`)
      await page.locator('.zt-map-stage[data-drawn]').waitFor({ timeout: 30_000 })
      const panel = page.getByRole('complementary')
      await panel.getByRole('button', { name: '分割' }).click()
      await panel.getByText('在图上从地块一侧的外面').waitFor()
      const box = await page.locator('.zt-map-canvas').boundingBox()
      assert.ok(box)
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]

      // A line that ends inside is refused in words; Backspace takes its end back.
      await page.mouse.click(x - 12, y - 90)
      await page.mouse.click(x - 12, y)
      await page.keyboard.press('Enter')
      await panel.getByRole('alert').filter({ hasText: '停在地块里面' }).waitFor()
      await page.keyboard.press('Backspace')
      await panel.getByRole('alert').waitFor({ state: 'detached' })
      await page.mouse.click(x - 12, y + 90)
      await page.keyboard.press('Enter')

      const table = panel.getByRole('table', { name: '分成的各部分' })
      await table.waitFor()
      await page.locator('.zt-map-part text').nth(1).waitFor()
      const areas = (await table.locator('.zt-number').allTextContents())
        .map((text) => Number(text.replaceAll(',', '')))
        .filter((number) => !Number.isNaN(number))
      const [oneM2 = 0, oneMu = 0, otherM2 = 0, otherMu = 0, allM2 = 0, allMu = 0] = areas
      const tenThousandths = (number: number) => Math.round(number * 10_000)
      assert.equal(tenThousandths(oneM2) + tenThousandths(otherM2), tenThousandths(allM2))
      assert.equal(tenThousandths(oneMu) + tenThousandths(otherMu), tenThousandths(allMu))
      assert.equal(allM2, 9407)

      await table.getByRole('textbox', { name: '第 1 部分的编号' }).fill('战图分割甲')
      await table.getByRole('textbox', { name: '第 2 部分的名称' }).fill('东边')
      await panel.getByRole('button', { name: '分割成 2 块' }).click()
      await panel.getByText('战图分割甲').first().waitFor()
      await page.waitForURL(({ searchParams }) => searchParams.get('parcel') !== first.id)
      const analyst = await callAs(url, 'analyst')
      const { items } = await analyst.get<ParcelList>(
        `/parcels?q=${encodeURIComponent(first.number ?? '')}&ended=true`,
      )
      const { children } = await analyst.get<ParcelDetail>(`/parcels/${first.id}`)
      assert.deepEqual(children.map(({ number, name }) => [number, name]).sort(), [
        [`${first.number}-2`, '东边'],
        ['战图分割甲', first.name],
      ])
      assert.ok(items.some(({ id, endedOn }) => id === first.id && endedOn !== null))
    },
  )

  claim('who may not change a parcel is offered no split, and Esc gives one up', async ({ url, openAs }) => {
    const scene = await furnishMap(url)
    const second = scene.parcels.at(-2)
    assert.ok(second)
    const reader = await openAs('officer3')
    await reader.goto(`${url}/map?at=${scene.at(second, near)}&parcel=${second.id}`)
    await reader.getByRole('complementary').getByText('9,407 ㎡').waitFor()
    assert.equal(await reader.getByRole('button', { name: '分割' }).count(), 0)

    const page = await openAs('analyst')
    await page.goto(`${url}/map?at=${scene.at(second, near)}&parcel=${second.id}`)
    await page.getByRole('complementary').getByRole('button', { name: '分割' }).click()
    await page.getByText('画分割线').waitFor()
    await page.locator('.zt-map-canvas canvas').first().focus()
    await page.keyboard.press('Escape')
    await page.getByText('画分割线').waitFor({ state: 'detached' })
    await page.getByRole('complementary').getByRole('button', { name: '分割' }).waitFor()
  })
})
