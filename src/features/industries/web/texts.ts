export const industriesTexts = {
  zh: {
    find: '代码、名称或拼音，如 C3812、电动机、ddj',
    none: 'GB/T 4754-2017 里没有符合“{{text}}”的行业',
    searching: '正在查找…',
    asWritten: '照写“{{text}}”（没有这个代码）',
    noSuchCode: 'GB/T 4754-2017 里没有这个代码',
    more: '还有 {{count}} 个，请再多写几个字',
  },
  en: {
    find: 'Code, name or pinyin, such as C3812, 电动机 or ddj',
    none: 'No industry of GB/T 4754-2017 answers to “{{text}}”',
    searching: 'Searching…',
    asWritten: 'Keep “{{text}}” (no such code)',
    noSuchCode: 'No such code in GB/T 4754-2017',
    more: '{{count}} more; type a little more',
  },
}
