export const homeTexts = {
  zh: { today: '今日' },
  en: { today: 'Today' },
}
