/** What is said of a cell that should name an industry of GB/T 4754. */
export const industryWords = {
  unknown_industry: {
    zh: {
      title: '读不出国标行业',
      wrong: '“{value}”对不上 GB/T 4754 的一个行业',
      ask: '请选一个行业或另填代码，或不导入这一格',
    },
    en: {
      title: 'Industry not understood',
      wrong: '“{value}” is no one industry of GB/T 4754',
      ask: 'Choose an industry or give a code, or leave this cell out',
    },
  },
  industry_differs: {
    zh: {
      title: '行业的代码与名称不一致',
      wrong: '“{value}”的代码与名称在 GB/T 4754-2017 里不是同一个行业（也许是旧版代码）',
      ask: '请选一个行业，或另填，或不导入这一格',
    },
    en: {
      title: 'Code and name of different industries',
      wrong:
        'Code and name of “{value}” are not one industry in GB/T 4754-2017 (perhaps the code is of an older edition)',
      ask: 'Choose one, give another, or leave this cell out',
    },
  },
  no_such_industry: {
    zh: {
      title: '没有这个行业代码',
      wrong: 'GB/T 4754-2017 里没有代码“{value}”',
      ask: '请选一个行业，或另填，或不导入这一格',
      look: '已照原样读取；请核对',
    },
    en: {
      title: 'No such industry code',
      wrong: 'GB/T 4754-2017 has no code “{value}”',
      ask: 'Choose an industry, give another, or leave this cell out',
      look: 'Taken as it stands; please check it',
    },
  },
}
