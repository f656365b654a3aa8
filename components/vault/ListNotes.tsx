import Link from "next/link";
import { TAIL_NAME } from "./figureTexts";

/** What the words of the list mean, and what they leave out. */
export function ListNotes() {
  return (
    <p className="notes">
      <b>Projected</b> repeats this epoch’s premium, before fees, for a year and assumes no losing epoch; it is not a
      forecast. <b>Realised</b> is what depositors got, premium minus payouts and fees, in the deposit asset.{" "}
      <b>{TAIL_NAME}</b> is the average result of the worst 1 in 20 epochs from the sale to the expiry, in US dollars,
      including the fall of an asset you deposit (Student-t, 4 d.o.f., at the volatility implied by this epoch’s fills).{" "}
      <Link className="link" href="/trust">
        Who can change what, and what can go wrong
      </Link>
    </p>
  );
}
