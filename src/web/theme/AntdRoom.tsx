import { Outlet } from '@tanstack/react-router'
import { App as AntdApp, ConfigProvider } from 'antd'
import en from 'antd/es/locale/en_US.js'
import type { Locale } from 'antd/es/locale/index.js'
import zh from 'antd/es/locale/zh_CN.js'
import { useMemo } from 'react'
import { type Language, useLanguage } from '../i18n/index.ts'
import { antdThemeOf } from './antd-theme.ts'
import { useTheme } from './theme.ts'
import './antd.css'

// Their types speak of CommonJS, where a default is one step deeper; what is bundled is the ES module.
const locales = { zh, en } as unknown as Record<Language, Locale>

/** Around every page that uses Ant Design; the frame, the sign-in and today's page do without it. */
export function AntdRoom() {
  const { language } = useLanguage()
  const { theme } = useTheme()
  const config = useMemo(() => antdThemeOf(theme), [theme])
  return (
    <ConfigProvider
      theme={config}
      locale={locales[language]}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      <AntdApp component={false} message={{ maxCount: 3 }}>
        <Outlet />
      </AntdApp>
    </ConfigProvider>
  )
}
