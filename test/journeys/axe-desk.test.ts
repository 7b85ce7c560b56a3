import { axeOn } from './axe.ts'

axeOn(false)
