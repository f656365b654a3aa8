/** How the nodes are named to people, in order: by host, a second of the same host by its place. Path and key are never shown. */
export function nodeHosts(rpcUrls: readonly string[]): readonly string[] {
  const hosts = rpcUrls.map((url) => (URL.canParse(url) ? new URL(url).host : url));
  return hosts.map((host, index) => {
    const before = hosts.slice(0, index).filter((other) => other === host).length;
    return before === 0 ? host : `${host} (${before + 1})`;
  });
}
