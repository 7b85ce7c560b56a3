import type { ReactNode } from 'react'

/** Icons of one hand: 20 px, a stroke of 1.5, no fill. They always stand beside a word or carry a label. */
function Glyph({ children }: { children: ReactNode }) {
  return (
    <svg
      className="zt-icon"
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}

export const TodayIcon = () => (
  <Glyph>
    <path d="M3.5 6.5h13v10h-13zM3.5 9.5h13M7 3.5v3M13 3.5v3M7 13h3" />
  </Glyph>
)
export const MapIcon = () => (
  <Glyph>
    <path d="m3.5 5.5 4.5-2 4.5 2 4-2v11l-4 2-4.5-2-4.5 2zM8 3.5v11M12.5 5.5v11" />
  </Glyph>
)
export const LedgerIcon = () => (
  <Glyph>
    <path d="M3.5 4h13v12h-13zM3.5 8h13M3.5 12h13M8 8v8" />
  </Glyph>
)
export const ImportIcon = () => (
  <Glyph>
    <path d="M10 3v9m0 0 3.2-3.2M10 12 6.8 8.8M3.5 12.5v4h13v-4" />
  </Glyph>
)
export const PromiseIcon = () => (
  <Glyph>
    <path d="M5 3.500h7l3 3v10H5zM12 3.500v3h3M7.500 12l1.800 1.800 3.400-3.800" />
  </Glyph>
)
export const PlanIcon = () => (
  <Glyph>
    <path d="M3.5 3.5h13v13h-13zM10 3.5v13M3.5 10h13M5.500 6.800l1.100 1.100 1.900-2.200M12 13.300l1.100 1.100 1.900-2.200" />
  </Glyph>
)
export const DeadlineIcon = () => (
  <Glyph>
    <path d="M5.5 3.5h9M5.5 16.5h9M6.5 3.5c0 3.5 1.6 4.6 3.5 6.5-1.9 1.9-3.5 3-3.5 6.5M13.5 3.5c0 3.5-1.6 4.6-3.5 6.5 1.9 1.9 3.5 3 3.5 6.5" />
  </Glyph>
)
export const BlockerIcon = () => (
  <Glyph>
    <path d="M3.5 7h13v4.5h-13zM6 11.5v5M14 11.5v5M6 7V4.5M14 7V4.5M7 11.5l3-4.5M11.5 11.5l3-4.5" />
  </Glyph>
)
export const TogetherIcon = () => (
  <Glyph>
    <path d="M3.5 7h11M11.5 4l3 3-3 3M16.5 13h-11M8.5 10l-3 3 3 3" />
  </Glyph>
)
export const SpaceIcon = () => (
  <Glyph>
    <path d="M3.5 5.5 9 3.5l7.5 2v9l-5.5 2-7.500-2zM9 3.5v6.2M3.5 11.5 9 9.7l7.5 1.6M11 16.5v-6.3" />
  </Glyph>
)
export const GoalIcon = () => (
  <Glyph>
    <path d="M5.5 17V3.5M5.5 4h9l-2.5 3 2.5 3h-9" />
  </Glyph>
)
export const LogIcon = () => (
  <Glyph>
    <path d="M5 3.5h7.5l3 3v10H5zM12.5 3.5v3h3M8 10h5M8 13h5" />
  </Glyph>
)
export const SettingsIcon = () => (
  <Glyph>
    <path d="M3 6h7M14 6h3M3 14h3M10 14h7" />
    <circle cx="12" cy="6" r="2" />
    <circle cx="8" cy="14" r="2" />
  </Glyph>
)
export const ClockIcon = () => (
  <Glyph>
    <path d="M4 7.5a6.5 6.5 0 1 1-.4 3.5M3.5 3.8v4h4M10 6.5v4l2.6 1.6" />
  </Glyph>
)
export const SearchIcon = () => (
  <Glyph>
    <circle cx="9" cy="9" r="5" />
    <path d="m13 13 3.5 3.5" />
  </Glyph>
)
export const PersonIcon = () => (
  <Glyph>
    <circle cx="10" cy="7" r="3" />
    <path d="M4 16.5c.8-3.2 3-4.5 6-4.5s5.2 1.3 6 4.5" />
  </Glyph>
)
export const SunIcon = () => (
  <Glyph>
    <circle cx="10" cy="10" r="3.2" />
    <path d="M10 3v1.5M10 15.5V17M3 10h1.5M15.5 10H17M5 5l1.1 1.1M13.9 13.9 15 15M15 5l-1.1 1.1M6.1 13.9 5 15" />
  </Glyph>
)
export const MoonIcon = () => (
  <Glyph>
    <path d="M16 11.8A6.5 6.5 0 0 1 8.2 4a6.5 6.5 0 1 0 7.8 7.8z" />
  </Glyph>
)
export const LanguageIcon = () => (
  <Glyph>
    <circle cx="10" cy="10" r="6.5" />
    <path d="M3.5 10h13M10 3.5c2 2 2.7 4.2 2.7 6.5s-.7 4.5-2.7 6.5c-2-2-2.7-4.2-2.7-6.5s.7-4.5 2.7-6.5z" />
  </Glyph>
)
export const CloseIcon = () => (
  <Glyph>
    <path d="m5.5 5.5 9 9M14.5 5.5l-9 9" />
  </Glyph>
)
export const UpIcon = () => (
  <Glyph>
    <path d="m5.5 12.5 4.5-5 4.5 5" />
  </Glyph>
)
export const DownIcon = () => (
  <Glyph>
    <path d="m5.5 7.5 4.5 5 4.5-5" />
  </Glyph>
)
export const LeftIcon = () => (
  <Glyph>
    <path d="m12.5 5.5-5 4.5 5 4.5" />
  </Glyph>
)
export const RightIcon = () => (
  <Glyph>
    <path d="m7.5 5.5 5 4.5-5 4.5" />
  </Glyph>
)
export const ExpandIcon = () => (
  <Glyph>
    <path d="M11.5 4H16v4.5M16 4l-5 5M8.5 16H4v-4.5M4 16l5-5" />
  </Glyph>
)
export const CollapseIcon = () => (
  <Glyph>
    <path d="M3.5 4h13v12h-13zM8 4v12" />
  </Glyph>
)
export const PlusIcon = () => (
  <Glyph>
    <path d="M10 4.5v11M4.5 10h11" />
  </Glyph>
)
export const PlayIcon = () => (
  <Glyph>
    <path d="M7 4.8v10.4l8-5.2z" />
  </Glyph>
)
export const PauseIcon = () => (
  <Glyph>
    <path d="M7.2 5v10M12.8 5v10" />
  </Glyph>
)
export const MinusIcon = () => (
  <Glyph>
    <path d="M4.5 10h11" />
  </Glyph>
)
export const WholeIcon = () => (
  <Glyph>
    <path d="M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4" />
  </Glyph>
)
export const BoxIcon = () => (
  <Glyph>
    <path d="M4 4h2.5M9 4h2.5M14 4h2v2M16 8.5V11M16 13.5V16h-2M11.5 16H9M6.500 16H4v-2M4 11.500V9M4 6.500V4" />
  </Glyph>
)
export const LassoIcon = () => (
  <Glyph>
    <path d="M6.500 13C4 12.200 3 10.500 3 8.800 3 6 6 4 10 4s7 2 7 4.800-3 4.800-7 4.800c-.8 0-1.500-.1-2.200-.2" />
    <path d="M6 12.500a1.500 1.500 0 1 1 1.500 1.500c0 1.500-.5 2.500-2 3" />
  </Glyph>
)
export const RulerIcon = () => (
  <Glyph>
    <path d="m3 13.500 10.500-10.500 3.500 3.500L6.500 17zM6 10.500l1.500 1.500M8.500 8l2 2M11 5.500 12.500 7" />
  </Glyph>
)
export const SurfaceIcon = () => (
  <Glyph>
    <path d="M4 6.500 9.500 3.500l7 4-2 8.500H5z" />
    <path d="M4 6.500h0M9.500 3.500h0" />
  </Glyph>
)
export const ListIcon = () => (
  <Glyph>
    <path d="M4 5.500h.01M4 10h.01M4 14.500h.01M7.500 5.500h9M7.500 10h9M7.500 14.500h9" />
  </Glyph>
)
export const WallIcon = () => (
  <Glyph>
    <path d="M2.500 4h15v10h-15zM7 17h6M10 14v3" />
  </Glyph>
)
export const ChartIcon = () => (
  <Glyph>
    <path d="M3.5 4h13v12h-13zM3.5 8h13M8 4v12M10.5 10.5h3M12 13.5h3" />
  </Glyph>
)
export const LayersIcon = () => (
  <Glyph>
    <path d="m10 3.5 7 3.500-7 3.500-7-3.500zM3 10.500l7 3.500 7-3.500M3 13.500 10 17l7-3.500" />
  </Glyph>
)
export const PrintIcon = () => (
  <Glyph>
    <path d="M6 7.5V3.5h8v4M6 13.5H3.5v-6h13v6H14M6 11.5h8v5H6z" />
  </Glyph>
)
