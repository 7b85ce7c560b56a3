export * from '../shown-units.ts'
