import i18next from 'i18next'
import { useCallback } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { type Language, onLanguage, startLanguage } from './language.ts'

/** A feature's texts: the same keys in both languages, `{{name}}` for parameters, nested or flat. */
export type Texts = Record<Language, TextTree>
export type TextTree = { readonly [key: string]: string | TextTree }
export type Words = (key: string, params?: Record<string, string | number>) => string

/** Namespace = feature name. */
export function startWords(texts: Record<string, Texts>) {
  const resources = { zh: inLanguage(texts, 'zh'), en: inLanguage(texts, 'en') }
  void i18next.use(initReactI18next).init({
    lng: startLanguage(),
    fallbackLng: 'zh',
    resources,
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  })
  onLanguage((language) => void i18next.changeLanguage(language))
}

/** `t('key')` of the namespace, or `t('other:key')` of another. */
export function useWords(namespace: string): Words {
  const { t } = useTranslation(namespace)
  return useCallback((key, params) => t(key, params ?? {}), [t])
}

const inLanguage = (texts: Record<string, Texts>, language: Language) =>
  Object.fromEntries(Object.entries(texts).map(([namespace, both]) => [namespace, both[language]]))
