import type { Tables } from '../database/schema.ts';
import type { Instant } from '../platform/instant.ts';
import type { ApiKey } from './api-key.ts';

export function keyFrom(row: Tables['api_key']): ApiKey {
  return {
    id: row.id,
    name: row.name,
    scopes: JSON.parse(row.scopes),
    perMinute: row.per_minute,
    createdAt: row.created_at as Instant,
    revokedAt: row.revoked_at as Instant | null,
  };
}
