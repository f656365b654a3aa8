const ID = /"id"\s*:\s*"?(\d+)"?/;

/**
 * fetch, but an answer to another question than the one asked is none: its JSON-RPC id must be the question's, which viem
 * looks at in batches alone. Headers are left out: a node that asks to come back in an hour (Retry-After) must not hold the
 * page up that long, it is told at once.
 */
export async function fetchAnswer(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init);
  const text = await response.text();
  const [asked, answered] = [String(init?.body ?? ""), text].map((json) => ID.exec(json)?.[1]);
  // What makes no sense as JSON-RPC is a SyntaxError here: chainFailure, which is loaded when something fails, names it.
  if (asked !== undefined && answered !== undefined && asked !== answered)
    throw new SyntaxError("another question's id");
  const { status, statusText } = response;
  // As plain text: whether it is JSON is found out, not believed.
  return new Response(text, { status, statusText, headers: { "content-type": "text/plain" } });
}
