/** The five strokes of a tally: drawn in the page, so that it is there at once. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" width={24} height={24} aria-hidden>
      <rect width="32" height="32" rx="6" fill="#12404a" />
      <g stroke="#f4efe3" strokeWidth="2.6" strokeLinecap="round">
        <path d="M8 8v16M13.3 8v16M18.7 8v16M24 8v16" />
        <path d="M5 22 27 10" stroke="#e2a33c" />
      </g>
    </svg>
  );
}
