/** A harvester, as much of it as the tests use. */
declare module 'oai-pmh/src/oai-pmh.js' {
  export class OaiPmh {
    constructor(baseUrl: string);
    identify(): Promise<Record<string, unknown>>;
    listSets(): AsyncIterable<{ setSpec: string; setName: string }>;
    listIdentifiers(options: Record<string, string>): AsyncIterable<{ identifier: string; datestamp: string }>;
    listRecords(options: Record<string, string>): AsyncIterable<{
      header: { identifier: string; datestamp: string; $?: { status: string } };
      metadata?: { 'oai_dc:dc': Record<string, unknown> };
    }>;
    getRecord(identifier: string, metadataPrefix: string): Promise<{ header: { identifier: string } }>;
  }
}
