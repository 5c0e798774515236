/** The product's own mark: a lambda that leans on its stroke. */
export function ProductMark() {
  return (
    <svg aria-hidden width="24" height="24" viewBox="0 0 24 24" className="shrink-0">
      <rect width="24" height="24" rx="6" className="fill-text" />
      <path
        d="M7.5 6.5h2.2c.6 0 1.1.3 1.4.9l5 10.1h1.4"
        fill="none"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-surface"
      />
      <path
        d="M11.2 12 7.6 17.5"
        fill="none"
        strokeWidth="2"
        strokeLinecap="round"
        className="stroke-accent"
      />
    </svg>
  );
}
