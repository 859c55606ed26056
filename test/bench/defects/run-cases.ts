import type { ProgressLine } from '../../../cli/progress-line.ts';
import { ensureClip } from './cache.ts';
import { type CaseFilter, casesOf } from './make/cases.ts';
import type { RawClip } from './make/raw-clip.ts';
import { loadSource, type Source } from './make/sources.ts';
import { inLanes, type Meters } from './measure.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

/**
 * Makes and measures all cases of some sources, source after source, several at a time.
 * @param all every source that was named, so that a cut leads from one to the same other in a quick run and in a full one
 */
export async function runCases(
  sources: readonly Source[],
  all: readonly Source[],
  filter: CaseFilter,
  meters: Meters,
  line: ProgressLine,
): Promise<Outcome[]> {
  const total = sources.reduce((sum, source) => sum + casesOf(source, filter).length, 0);
  const outcomes: Outcome[] = [];
  let done = 0;
  await inLanes(sources, meters.lanes, async (source, lane) => {
    let clean: Promise<RawClip> | undefined;
    const load = (): Promise<RawClip> => {
      clean ??= loadSource(source);
      return clean;
    };
    const other = all[(all.indexOf(source) + 1) % all.length] ?? source;
    for (const one of casesOf(source, filter)) {
      const clip = await ensureClip(one, load, other);
      if (clip !== null) {
        const report = await meters.measure(clip.path, clip.sha256, lane);
        const { damage } = one;
        const id = {
          source: source.name,
          origin: source.origin,
          defect: damage?.defect.id ?? null,
          strength: damage?.strength ?? null,
          scope: damage?.scope ?? null,
          shows: clip.shows,
        };
        outcomes.push(outcomeOf(id, report));
      }
      done++;
      line.show(`${done} of ${total}: ${source.name}`);
    }
  });
  line.end(`${outcomes.length} clips`);
  return outcomes;
}
