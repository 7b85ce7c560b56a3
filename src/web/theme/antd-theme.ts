import { theme as antdTheme, type ThemeConfig } from 'antd'
import type { Theme } from './theme.ts'

/** Ant Design in our own values: they are read from the style sheet, so that there is one source. */
export function antdThemeOf(theme: Theme): ThemeConfig {
  const style = getComputedStyle(document.documentElement)
  const value = (name: string) => style.getPropertyValue(`--zt-${name}`).trim()
  return {
    algorithm: theme === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    cssVar: { key: 'zt-antd' },
    hashed: false,
    token: {
      fontFamily: value('font'),
      fontSize: 13,
      lineHeight: 1.5,
      borderRadius: 4,
      borderRadiusLG: 4,
      borderRadiusSM: 3,
      controlHeight: 32,
      controlHeightSM: 26,
      wireframe: false,
      // Said to its script too: without transitions it would wait for their end.
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
      colorPrimary: value('ink-fill'),
      colorPrimaryHover: value('ink-fill-hover'),
      colorLink: value('ink'),
      colorLinkHover: value('ink'),
      colorInfo: value('ink-fill'),
      colorSuccess: value('green'),
      colorWarning: value('yellow'),
      colorError: value('red'),
      colorText: value('text'),
      colorTextSecondary: value('text-2'),
      colorTextTertiary: value('text-3'),
      colorTextPlaceholder: value('text-3'),
      colorTextDescription: value('text-3'),
      colorBgLayout: value('ground'),
      colorBgContainer: value('surface'),
      colorBgElevated: value('surface'),
      colorBorder: value('line-strong'),
      colorBorderSecondary: value('line'),
      colorSplit: value('line'),
      controlItemBgHover: value('hover'),
      controlItemBgActive: value('selected'),
      controlItemBgActiveHover: value('selected'),
      boxShadow: value('overlay-shadow'),
      boxShadowSecondary: value('overlay-shadow'),
      boxShadowTertiary: 'none',
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        defaultHoverColor: value('ink'),
        defaultHoverBorderColor: value('ink'),
        defaultActiveColor: value('ink'),
        defaultActiveBorderColor: value('ink'),
        // On the light red of the dark theme white would be too faint.
        dangerColor: theme === 'dark' ? value('surface') : value('on-ink'),
        fontWeight: 400,
        paddingInline: 12,
      },
      Table: {
        headerBg: value('sunken'),
        headerColor: value('text-2'),
        cellPaddingBlockSM: 6,
        cellPaddingInlineSM: 8,
      },
      Segmented: { itemSelectedBg: value('surface'), trackBg: value('hover') },
      Tooltip: { colorBgSpotlight: theme === 'dark' ? '#3a3a37' : '#252b35' },
      Modal: { titleFontSize: 15 },
      Select: {
        optionSelectedColor: value('text'),
        optionSelectedBg: value('selected'),
        optionActiveBg: value('hover'),
      },
    },
  }
}
