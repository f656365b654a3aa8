const JSON_TYPE = "application/json";

/** Lets the browser save a file: a text, as JSON unless another media type is named, or what has a type of its own. */
export function saveFile(name: string, content: string | Blob, type: string = JSON_TYPE): void {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
