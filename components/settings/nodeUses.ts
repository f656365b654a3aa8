import type { ChoiceCard } from "@/components/ui/ChoiceCards";
import type { NodeUse } from "@/hooks/ownNode";

/** Both ways to use a node of one's own beside `configured` others, each with what it means for what is signed. */
export function nodeUses(configured: number): readonly ChoiceCard<NodeUse>[] {
  const all = configured + 1;
  const needed = Math.floor(all / 2) + 1;
  return [
    {
      value: "first",
      label: "With the app’s nodes as witnesses",
      note: `Yours is asked first. What you sign rests on what ${needed} of ${all} nodes say at one block; while fewer answer, nothing can be signed.`,
    },
    {
      value: "alone",
      label: "Only this node",
      note: "No other node learns what you look at. What you sign then rests on this node alone: if it lies, nothing here notices it, and each review says so.",
    },
  ];
}
