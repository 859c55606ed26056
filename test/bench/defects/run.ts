import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { ProgressLine } from '../../../cli/progress-line.ts';
import { checkWritable, runCommand, UsageError } from '../../../cli/usage.ts';
import { measureAgreement } from './agreement.ts';
import { agreementTable } from './agreement-table.ts';
import { forgetOldBuilds } from './cache.ts';
import { ALL_DEFECTS } from './make/all-defects.ts';
import { SCOPES, STRENGTHS } from './make/defect.ts';
import { checkFfmpeg } from './make/ffmpeg.ts';
import { findSources, type Source, videosBelow } from './make/sources.ts';
import { Meters } from './measure.ts';
import { runCases } from './run-cases.ts';
import { falseAlarms, summariseDefect } from './summarise.ts';
import { defectTable, falseAlarmTable, goals, goalTable } from './table.ts';

/** Stands for no defect: every run measures the clean clips, and this measures nothing else. */
const CLEAN = 'clean';

const USAGE = `Usage: npm run --silent bench:defects -- [--sources] PATH... [--only DEFECT] [--strength S] [--scope S] [--quick] [--json OUT]
       npm run --silent bench:defects -- --agree PATH... [--json OUT]

  PATH               a clean clip, a folder of them, or a table (CSV: file, origin, start); see README.md
  --only DEFECT      this defect alone; may be given several times; ${CLEAN}: the clean clips alone
  --strength S       ${STRENGTHS.join(', ')}; may be given several times
  --scope S          ${SCOPES.join(' or ')}
  --quick            a few of the sources
  --agree            compare the app's signals with ffmpeg's detectors on the clips as they are
  --lanes N          clips measured at the same time (2, or 1 on one processor)
  --json OUT         write everything that was found there

Defects: ${ALL_DEFECTS.map(({ id }) => id).join(', ')}

Exit code: 0 when every clip was measured, 2 when the call was wrong or ffmpeg is missing.`;

/** Sources of a quick run, for each origin. */
const QUICK_SOURCES = { camera: 2, generated: 1 } as const;

await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      sources: { type: 'string', multiple: true, default: [] },
      only: { type: 'string', multiple: true },
      strength: { type: 'string', multiple: true },
      scope: { type: 'string', multiple: true },
      quick: { type: 'boolean', default: false },
      agree: { type: 'boolean', default: false },
      lanes: { type: 'string', default: String(Math.min(2, cpus().length)) },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const named = [...values.sources, ...positionals];
  if (named.length === 0) throw new UsageError('No clip was named.');
  const only = values.only?.map((id) => oneOf([CLEAN, ...ALL_DEFECTS.map((defect) => defect.id)], id, 'defect'));
  const strengths = values.strength?.map((name) => oneOf(STRENGTHS, name, 'strength'));
  const scopes = values.scope?.map((name) => oneOf(SCOPES, name, 'scope'));
  const lanes = Number(values.lanes);
  if (!Number.isInteger(lanes) || lanes < 1) throw new UsageError('--lanes is a whole number from 1 on.');
  checkFfmpeg();
  if (values.json !== undefined) checkWritable(values.json);
  const save = (found: unknown) => {
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(found, null, 1)}\n`);
  };

  const sources = values.agree ? [] : findSources(named);
  const files = values.agree ? named.flatMap(videosBelow) : [];
  if (sources.length + files.length === 0) throw new UsageError('There is no video among what was named.');
  const meters = await Meters.start(lanes);
  forgetOldBuilds();
  try {
    if (values.agree) {
      const found = await measureAgreement(files, meters);
      process.stdout.write(`${agreementTable(found)}\n`);
      save({ app: meters.app, agreement: found });
      return 0;
    }
    const chosen = values.quick ? aFew(sources) : sources;
    const filter = {
      ...(only === undefined ? {} : { defects: only }),
      ...(strengths === undefined ? {} : { strengths }),
      ...(scopes === undefined ? {} : { scopes }),
    };
    const outcomes = await runCases(chosen, sources, filter, meters, new ProgressLine('defects'));
    const summaries = ALL_DEFECTS.flatMap((defect) =>
      defect.scopes.map((scope) => summariseDefect(defect, scope, outcomes)).filter((found) => found !== null),
    );
    const asked = [...new Set(ALL_DEFECTS.flatMap(({ questions }) => questions))];
    const alarms = (['camera', 'generated'] as const)
      .map((origin) => falseAlarms(origin, asked, outcomes))
      .filter(({ clips }) => clips > 0);
    const wanted = goals(summaries, alarms);
    const tables = [defectTable(summaries), falseAlarmTable(alarms), goalTable(wanted)];
    process.stdout.write(`${tables.join('\n\n')}\n`);
    save({ app: meters.app, goals: wanted, defects: summaries, falseAlarms: alarms, outcomes });
    return 0;
  } finally {
    await meters.close();
  }
});

/** The first sources of each origin. */
function aFew(sources: readonly Source[]): Source[] {
  return Object.entries(QUICK_SOURCES).flatMap(([origin, count]) => {
    const own = sources.filter((source) => source.origin === origin);
    return Array.from(
      { length: Math.min(count, own.length) },
      (_, i) => own[Math.floor((i * own.length) / count)],
    ).filter((source) => source !== undefined);
  });
}

function oneOf<Name extends string>(names: readonly Name[], wanted: string, what: string): Name {
  const found = names.find((name) => name === wanted);
  if (found === undefined) throw new UsageError(`There is no ${what} called ${wanted}; there are ${names.join(', ')}.`);
  return found;
}
