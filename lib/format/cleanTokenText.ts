/** What a text is called that says nothing. */
export const UNNAMED = "unnamed";

const LONGEST_TEXT = 32;
const READ_AHEAD = 400;
/** Control, format (bidirectional, zero-width, tags), private, unassigned; whatever Unicode lets fonts ignore; the blank Braille cell. */
const INVISIBLE = /[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const BLANKS = /[\s\p{Zl}\p{Zp}\p{Zs}]+/gu;
/** More than two combining marks in a row pile up over the lines above. */
const PILED_MARKS = /(\p{M}{2})\p{M}+/gu;

/**
 * A name or symbol that a foreign contract chose → text that cannot hide, turn round or overflow anything: composed,
 * without invisible characters, blanks joined, at most 32 characters (then an ellipsis). Text that is empty afterwards
 * becomes "unnamed". It stays text: whoever shows it must still not take it for markup.
 */
export function cleanTokenText(text: string): string {
  const visible = text
    .slice(0, READ_AHEAD)
    .normalize("NFC")
    .replace(BLANKS, " ")
    .replace(INVISIBLE, "")
    .replace(PILED_MARKS, "$1")
    .trim();
  if (visible === "") return UNNAMED;
  const characters = [...visible];
  return characters.length <= LONGEST_TEXT ? visible : `${characters.slice(0, LONGEST_TEXT - 1).join("")}…`;
}
