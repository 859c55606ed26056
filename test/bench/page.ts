import type { Bench, BenchApi } from './api.ts';
import { measuredReportVsClip } from './measured-report-vs-clip.ts';
import { samplingVsVideoSeek } from './sampling-vs-video-seek.ts';

const BENCHES: Record<string, Bench> = {
  sampling_vs_video_seek: samplingVsVideoSeek,
  measured_report_vs_clip: measuredReportVsClip,
};

const api: BenchApi = {
  names: Object.keys(BENCHES),
  async run(name) {
    const bench = BENCHES[name];
    if (bench === undefined) throw new Error(`There is no bench called ${name}.`);
    const { baseline_ms, ours_ms, note } = await bench();
    const ratio = Math.round((baseline_ms / ours_ms) * 100) / 100;
    return { name, ratio, baseline_ms: Math.round(baseline_ms), ours_ms: Math.round(ours_ms), note };
  },
};

window.loupeBench = api;
