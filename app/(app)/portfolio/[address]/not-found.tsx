import { ButtonLink } from "@/components/ui/ButtonLink";
import { Notice } from "@/components/ui/Notice";

/** A link to a portfolio whose address is none. */
export default function NoSuchPortfolio() {
  return (
    <Notice
      title="This link names no address"
      level={1}
      action={<ButtonLink href="/portfolio">Look at a portfolio</ButtonLink>}
    >
      A portfolio's link ends in one address, or in several with a plus sign between them: each is 0x and 40 characters.
    </Notice>
  );
}
