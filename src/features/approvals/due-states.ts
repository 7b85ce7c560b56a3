/** What a matter under way needs: overdue before all else. */
export const dueStates = ['overdue', 'soon', 'running', 'stopped'] as const
export type DueState = (typeof dueStates)[number]
