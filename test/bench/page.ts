import type { Bench, BenchApi } from './api.ts';
import { measuredReportVsClip } from './measured-report-vs-clip.ts';
import { samplingVsVideoSeek } from './sampling-vs-video-seek.ts';
import { reasonedVsNaive } from './vision-language/reasoned-vs-naive.ts';
import { verdictsVsNaive } from './vision-language/verdicts-vs-naive.ts';
import { verdictsVsOne } from './vision-language/verdicts-vs-one.ts';

const MODEL_BENCHES: Record<string, Bench> = {
  verdicts_20_vs_naive: verdictsVsNaive,
  verdicts_20_vs_1: verdictsVsOne,
  reasoned_20_vs_naive: reasonedVsNaive,
};

const BENCHES: Record<string, Bench> = {
  sampling_vs_video_seek: samplingVsVideoSeek,
  measured_report_vs_clip: measuredReportVsClip,
  ...MODEL_BENCHES,
};

const api: BenchApi = {
  names: Object.keys(BENCHES),
  needsCheckpoint: (name) => name in MODEL_BENCHES,
  async run(name, checkpoint) {
    const bench = BENCHES[name];
    if (bench === undefined) throw new Error(`There is no bench called ${name}.`);
    const { baseline_ms, ours_ms, note } = await bench(checkpoint);
    const ratio = Math.round((baseline_ms / ours_ms) * 100) / 100;
    return { name, ratio, baseline_ms: Math.round(baseline_ms), ours_ms: Math.round(ours_ms), note };
  },
};

window.loupeBench = api;
