const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/tiff': 'tif',
};

/** With what the name of an original ends, for whoever keeps it as a file. */
export function fileExtension(mediaType: string | undefined): string {
  return extensions[mediaType ?? ''] ?? 'bin';
}
