/** Two numbers or three with hyphens between: 01-25, 2022-03-01, 3-5. */
const date = /(\d{1,4}(?:-\d{1,4}){1,2})/

/** A text cut so that every second part is a date, or a span of days, which stays on one line. */
export const dateParts = (text: string): string[] => (text.includes('-') ? text.split(date) : [text])
