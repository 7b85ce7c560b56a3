import { axeOn } from './axe.ts'

axeOn(true)
