export const BrandMark = () => (
  <svg viewBox="0 0 28 28" aria-hidden="true">
    <rect width="28" height="28" rx="8" fill="var(--accent)" />
    <path
      d="M11.8 8.2a7 7 0 0 0 0 11.6M16.2 8.2a7 7 0 0 1 0 11.6"
      fill="none"
      stroke="var(--on-accent)"
      stroke-width="2.6"
      stroke-linecap="round"
    />
  </svg>
);
