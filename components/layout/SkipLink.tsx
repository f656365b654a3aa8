/** The first stop of the Tab key: jumps over the bar to the page. */
export function SkipLink() {
  return (
    <a className="skip-link" href="#main">
      Skip to the page
    </a>
  );
}
