/** Hands a file that was made in the page to whoever looks at it. */
export function save(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The download has begun with the click; the address may go once it was read.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
