/** The Plimsoll line: the load line on a ship's hull. */
export function BrandMark() {
  return (
    <svg
      width="22"
      height="22"
      viewBox="0 0 22 22"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      aria-hidden="true"
    >
      <circle cx="11" cy="11" r="6.4" />
      <path d="M1.2 11h19.6" />
    </svg>
  );
}
