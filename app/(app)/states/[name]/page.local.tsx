import { notFound } from "next/navigation";
import { WHOLE_PAGES } from "@/components/states/wholePages";

type Props = { readonly params: Promise<{ readonly name: string }> };

/** One page in one state, as its readers would meet it. */
export default async function StateRoute({ params }: Props) {
  const { name } = await params;
  if (!Object.hasOwn(WHOLE_PAGES, name)) notFound();
  return WHOLE_PAGES[name];
}
