import { rememberNodes } from "@/lib/server/rememberNodes";

export const dynamic = "force-dynamic";

/** The person names the nodes that pages may reach from now on (proxy.ts). */
export function POST(request: Request) {
  return rememberNodes(request);
}
