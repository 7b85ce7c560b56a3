export { setTheme, startTheme, type Theme, useTheme } from './theme.ts'
