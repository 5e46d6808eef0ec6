import { delayEdges, type LiftCounts } from '../../embargo/lift-counts.query.ts';
import type { FixityReport } from '../../media/fixity/fixity.ts';
import type { Instant } from '../../platform/instant.ts';

/** How an answer in this form names itself. */
export const metricsType = 'application/openmetrics-text; version=1.0.0; charset=utf-8';

export interface Metrics {
  readonly lifts: LiftCounts;
  readonly waitingToLeave: number;
  readonly originals: Pick<FixityReport, 'readAt' | 'unsoundCount'>;
}

/** The figures of the health page for a monitoring program, as OpenMetrics text. Counts alone: no text is named. */
export function metricsText({ lifts, waitingToLeave, originals }: Metrics): string {
  const edges = delayEdges.map((edge, place) => bucket(String(edge / 1_000), lifts.within[place] ?? 0));
  const lines = [
    ...head('dateline_lift_delay_seconds', 'histogram', 'How late texts went public by the clock.', 'seconds'),
    ...edges,
    bucket('+Inf', lifts.lifted),
    `dateline_lift_delay_seconds_sum ${lifts.delaySum / 1_000}`,
    `dateline_lift_delay_seconds_count ${lifts.lifted}`,
    ...head('dateline_lifts_refused', 'counter', 'Texts that were refused when their time came.'),
    `dateline_lifts_refused_total ${lifts.refused}`,
    ...head('dateline_texts_overdue', 'gauge', 'Texts that are due and not public, and not held.'),
    `dateline_texts_overdue ${lifts.overdue}`,
    ...head('dateline_outbox_waiting', 'gauge', 'Public acts kept for sending, which nothing sends yet.'),
    `dateline_outbox_waiting ${waitingToLeave}`,
    ...head('dateline_originals_unsound', 'gauge', 'Original pictures that are missing or no longer what they were.'),
    `dateline_originals_unsound ${originals.unsoundCount}`,
    ...readSeconds(originals.readAt),
    '# EOF',
  ];
  return `${lines.join('\n')}\n`;
}

/** Left out until all have been read once. */
function readSeconds(readAt: Instant | null): string[] {
  if (readAt === null) return [];
  const name = 'dateline_originals_read_timestamp_seconds';
  const help = 'When all original pictures had last been read again.';
  return [...head(name, 'gauge', help, 'seconds'), `${name} ${Date.parse(readAt) / 1_000}`];
}

function head(name: string, type: string, help: string, unit?: string): string[] {
  const units = unit === undefined ? [] : [`# UNIT ${name} ${unit}`];
  return [`# TYPE ${name} ${type}`, ...units, `# HELP ${name} ${help}`];
}

function bucket(edge: string, count: number): string {
  const le = edge.includes('.') || edge === '+Inf' ? edge : `${edge}.0`;
  return `dateline_lift_delay_seconds_bucket{le="${le}"} ${count}`;
}
