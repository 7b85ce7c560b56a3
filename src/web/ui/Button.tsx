import type { ButtonHTMLAttributes } from 'react'
import './button.css'

type Kind = 'primary' | 'plain' | 'quiet' | 'icon'

/** The shell's own button, for the screens that open without Ant Design; it looks the same. */
export function Button({
  kind = 'plain',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { kind?: Kind }) {
  return <button type="button" {...rest} className={`zt-button zt-button-${kind} ${rest.className ?? ''}`} />
}
