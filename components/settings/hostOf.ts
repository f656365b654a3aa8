/** How a node is named to people. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
