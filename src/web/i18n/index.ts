export { currentLanguage, type Language, setLanguage, useLanguage } from './language.ts'
export { type Texts, useWords, type Words } from './words.ts'
