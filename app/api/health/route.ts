import { buildProfile } from "@/lib/config/env";
import { BallastError } from "@/lib/errors/BallastError";
import { serverSource } from "@/lib/server/serverSource";

export const dynamic = "force-dynamic";

/** Healthy means: configured, and a node of the right chain says what its newest block is. */
export async function GET() {
  try {
    const source = await serverSource();
    const { block } = await source.reader.read({});
    return Response.json({
      ok: true,
      profile: buildProfile,
      chainId: source.deployment.chainId,
      blockNumber: Number(block.number),
      blockTimestamp: Number(block.timestamp),
    });
  } catch (cause) {
    if (!(cause instanceof BallastError)) throw cause;
    return Response.json({ ok: false, code: cause.code }, { status: 503 });
  }
}
