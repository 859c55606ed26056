import type { LabelledTable, Tables } from './calibrate.ts';
import { readLabels, readReports } from './labelled-clips.ts';

/** Reads the tables named by the options of fit.ts and cross-validate.ts; a missing one is empty. */
export function readTables(options: Readonly<Record<string, string | undefined>>): Tables {
  return {
    ratings: readTable(options['ratings-reports'], options.ratings),
    defects: readTable(options['defect-reports'], options.defects),
  };
}

function readTable(reports: string | undefined, labels: string | undefined): LabelledTable {
  return reports === undefined || labels === undefined
    ? { clips: [], labels: new Map() }
    : { clips: readReports(reports), labels: readLabels(labels) };
}
