import { openedWalletCookie } from "@/lib/config/openedWallet";

export const dynamic = "force-dynamic";

/** The person opens WalletConnect: pages that are loaded from now on may reach its relay (proxy.ts). */
export function POST(request: Request) {
  return remembered(request, true);
}

/** The person is done with it. */
export function DELETE(request: Request) {
  return remembered(request, false);
}

function remembered(request: Request, isOpen: boolean): Response {
  const site = request.headers.get("sec-fetch-site");
  // Another site's page may not open anything here.
  if (site !== null && site !== "same-origin") return new Response(null, { status: 403 });
  const protocol = request.headers.get("x-forwarded-proto") ?? new URL(request.url).protocol;
  const headers = { "set-cookie": openedWalletCookie(isOpen, protocol.startsWith("https")) };
  return new Response(null, { status: 204, headers });
}
