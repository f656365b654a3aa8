const JSON_TYPE = "application/json";

/** Lets the browser save a text as a file: a JSON one unless another media type is named. */
export function saveFile(name: string, text: string, type: string = JSON_TYPE): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
