export { setTheme, startTheme, type Theme, useTheme, wearTheme } from './theme.ts'
