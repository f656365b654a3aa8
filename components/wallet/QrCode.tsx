import { encodeQR } from "qr";

/** Light around the code, in modules: what readers of codes need to find it. */
const MARGIN = 4;

export type QrCodeProps = { readonly text: string; readonly label: string };

/** A text as a code for cameras: black on white in either theme, because many readers take no other. */
export function QrCode({ text, label }: QrCodeProps) {
  const rows = encodeQR(text, "raw", { ecc: "low", border: MARGIN });
  const size = rows.length;
  const modules = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path className="qr-code-ground" d={`M0 0h${size}v${size}h-${size}z`} />
      <path className="qr-code-modules" d={modules.join("")} />
    </svg>
  );
}
