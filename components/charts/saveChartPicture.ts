import { saveFile } from "@/components/ui/saveFile";

/** What of an element's look is not in its attributes. */
const LOOK = [
  ...["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "opacity", "paint-order"],
  ...["font-size", "font-weight", "font-style", "letter-spacing", "text-anchor", "shape-rendering"],
] as const;
/** Sharp on any screen and in print. */
const SCALE = 3;
const MARGIN = 24;
const FONT = "Geist, Inter, system-ui, sans-serif";

/** Saves a chart as a PNG on the page's own ground, as large as three screens' pixels. Does nothing where the browser cannot draw it. */
export async function saveChartPicture(chart: SVGSVGElement, name: string): Promise<void> {
  const { width, height } = chart.getBoundingClientRect();
  const source = new XMLSerializer().serializeToString(withLook(chart, { width, height }));
  const url = URL.createObjectURL(new Blob([source], { type: "image/svg+xml" }));
  try {
    const picture = await loaded(url);
    const canvas = document.createElement("canvas");
    canvas.width = (width + 2 * MARGIN) * SCALE;
    canvas.height = (height + 2 * MARGIN) * SCALE;
    const context = canvas.getContext("2d");
    if (context === null) return;
    context.fillStyle = getComputedStyle(document.body).backgroundColor;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, MARGIN * SCALE, MARGIN * SCALE, width * SCALE, height * SCALE);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (png !== null) saveFile(name, png);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** A copy that needs no style sheet: a picture has none. */
function withLook(chart: SVGSVGElement, { width, height }: { readonly width: number; readonly height: number }): Node {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const originals = [chart, ...chart.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((element, index) => {
    const original = originals[index];
    if (original === undefined) return;
    const style = getComputedStyle(original);
    const look = LOOK.map((property) => `${property}:${style.getPropertyValue(property)}`).join(";");
    element.setAttribute("style", `${look};font-family:${FONT}`);
  });
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  return copy;
}

function loaded(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = new Image();
    picture.onload = () => resolve(picture);
    picture.onerror = reject;
    picture.src = url;
  });
}
