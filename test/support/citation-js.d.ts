declare module '@citation-js/core' {
  /** Reads a citation in any format that a plugin knows. */
  export class Cite {
    constructor(written: unknown, options?: { forceType?: string });
    /** As CSL-JSON. */
    readonly data: readonly Record<string, unknown>[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
