import { clearSigningFile } from "@/lib/server/clearSigning";

type Context = { readonly params: Promise<{ readonly file: string }> };

export const dynamic = "force-dynamic";

/** How wallets are to show what this app asks them to sign. */
export async function GET(_request: Request, { params }: Context) {
  return clearSigningFile((await params).file);
}
