import { assemblyHall } from './drawings/assembly-hall.ts';
import type { Chance } from './drawings/brush.ts';
import { caspianStrandlines } from './drawings/caspian-strandlines.ts';
import { deltaFromAbove } from './drawings/delta-from-above.ts';
import { dockWorkers } from './drawings/dock-workers.ts';
import { harbourCat } from './drawings/harbour-cat.ts';
import { harbourCranesDusk } from './drawings/harbour-cranes-dusk.ts';
import { lakeGaugeIce } from './drawings/lake-gauge-ice.ts';
import { lightshipNight } from './drawings/lightship-night.ts';
import { mangroveRows } from './drawings/mangrove-rows.ts';
import { piroguesPortSalin } from './drawings/pirogues-port-salin.ts';
import { portraitBerrichon } from './drawings/portrait-berrichon.ts';
import { seabedChart } from './drawings/seabed-chart.ts';
import { stormSurge } from './drawings/storm-surge.ts';
import { tideCurveJune } from './drawings/tide-curve-june.ts';
import { tideGaugeZoutmonde } from './drawings/tide-gauge-zoutmonde.ts';

/** Every drawing of the example newsroom by its name in `example/pictures.json`; each answers with an SVG document. */
export const drawings = {
  'assembly-hall': assemblyHall,
  'caspian-strandlines': caspianStrandlines,
  'delta-from-above': deltaFromAbove,
  'dock-workers': dockWorkers,
  'harbour-cat': harbourCat,
  'harbour-cranes-dusk': harbourCranesDusk,
  'lake-gauge-ice': lakeGaugeIce,
  'lightship-night': lightshipNight,
  'mangrove-rows': mangroveRows,
  'pirogues-port-salin': piroguesPortSalin,
  'portrait-berrichon': portraitBerrichon,
  'seabed-chart': seabedChart,
  'storm-surge': stormSurge,
  'tide-curve-june': tideCurveJune,
  'tide-gauge-zoutmonde': tideGaugeZoutmonde,
} as const satisfies Record<string, (chance: Chance) => string>;

export type DrawingName = keyof typeof drawings;
