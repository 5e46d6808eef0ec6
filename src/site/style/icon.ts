/** A page with its dateline: the mark of this newsroom in a browser's tab. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="#0a4d56"/><path d="M7 8h18v4H7zM7 16h6v2H7zM16 16h9v2h-9zM16 21h9v2h-9z" fill="#fff"/></svg>`;
