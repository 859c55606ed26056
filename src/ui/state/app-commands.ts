import { type Dispatch, startTransition } from 'react';
import { LoupeError } from '../../domain/error.ts';
import type { Report } from '../../domain/report.ts';
import { AUTO } from '../../judges/catalogue.ts';
import type { AppAction, Draft, OpenReport } from './app-state.ts';
import { readReportFile } from './report-file.ts';
import { showInAddress } from './report-route.ts';
import { fetchSample, type Sample } from './sample.ts';
import { createMemory, rememberedSettings } from './settings.ts';
import { loadEvaluate, type useEvaluation } from './use-evaluation.ts';
import type { LibraryList } from './use-library.ts';

/** Everything the pages can do. Stable for the life of the app; what fails is shown, never thrown. */
export interface AppCommands {
  changeDraft(change: Partial<Draft>): void;
  /** Takes the first: a clip to judge, or a report to open. Nothing while a run is under way. */
  takeFiles(files: File[]): void;
  judge(draft: Draft): Promise<void>;
  trySample(sample: Sample): Promise<void>;
  stop(): void;
  openReport(id: string): Promise<void>;
  importReport(file: File): Promise<void>;
  judgeAgain(report: Report, file: File | null): void;
  changeReport(report: Report): void;
  attachClip(file: File): void;
  /** The start page, with the address to match; ends a run whose result is not wanted any more. */
  showStart(draft?: Partial<Draft>): void;
  deleteReport(id: string): Promise<void>;
  clearReports(): Promise<void>;
  dismiss(): void;
}

export interface CommandParts {
  dispatch: Dispatch<AppAction>;
  evaluation: ReturnType<typeof useEvaluation>;
  library: LibraryList['library'];
  refresh: LibraryList['refresh'];
  /** Keeps a run in the library, and tells the person when it cannot. */
  keep(run: OpenReport): Promise<void>;
}

/** A slider moves many times a second; the library needs to know where it came to rest, in milliseconds. */
const REST_MILLISECONDS = 400;

export function createCommands({ dispatch, evaluation, library, refresh, keep }: CommandParts): AppCommands {
  const { start, stop, abandon, busy } = evaluation;
  const remember = createMemory(library);
  let saving = 0;
  let opening = 0;

  const fail = (reason: unknown, backToStart = false) =>
    dispatch({ type: 'failed', error: LoupeError.from(reason).toData(), backToStart });
  const note = (text: string) => dispatch({ type: 'noted', text });
  const showReport = (open: OpenReport) => {
    // A report is a large page: as a transition it is built in small pieces, and the page stays responsive.
    startTransition(() => dispatch({ type: 'report_opened', open }));
    showInAddress(open.report.id);
  };
  const showStart = (draft: Partial<Draft> = {}) => {
    abandon();
    showInAddress(null);
    dispatch({ type: 'start_shown', draft });
  };

  const judge = async ({ file, prompt, judge, reasoning }: Draft) => {
    if (file === null) return;
    const settings = { ...(await rememberedSettings(library)), judge, reasoning };
    const done = await start({ file, prompt: prompt.trim() === '' ? null : prompt, settings });
    if (done === null) return;
    const run = { ...done, file };
    showReport(run);
    await keep(run);
  };

  const importReport = async (file: File) => {
    try {
      const report = await readReportFile(file);
      // Stills and clip of a report that is here already stay with it.
      const kept = await library.open(report.id).catch(() => null);
      showReport({ report, stills: kept?.stills ?? [], file: kept?.clip ?? null });
      await keep({ report, stills: [], file: null });
    } catch (reason) {
      fail(reason);
    }
  };

  const saveScoring = async (report: Report) => {
    const { gateByParents, profile } = report.settings;
    await remember({ gateByParents, profile });
    await keep({ report, stills: [], file: null });
  };

  return {
    changeDraft(change) {
      dispatch({ type: 'draft', change });
      const { judge, reasoning } = change;
      if (judge !== undefined) void remember({ judge });
      if (reasoning !== undefined) void remember({ reasoning });
    },
    takeFiles([file, ...others]) {
      if (file === undefined || busy()) return;
      if (/\.json$/i.test(file.name)) {
        void importReport(file);
        return;
      }
      void loadEvaluate().catch(() => undefined);
      showStart({ file });
      if (others.length > 0)
        note(`Loupe judges one clip at a time: it took “${file.name}” and left the other ${others.length}.`);
    },
    judge,
    async trySample(sample) {
      try {
        const [file, { reasoning }] = await Promise.all([fetchSample(sample), rememberedSettings(library)]);
        const draft = { file, prompt: sample.prompt, judge: AUTO, reasoning };
        dispatch({ type: 'draft', change: draft });
        await judge(draft);
      } catch (reason) {
        fail(reason);
      }
    },
    stop,
    async openReport(id) {
      abandon();
      dispatch({ type: 'report_opening' });
      const turn = ++opening;
      try {
        const kept = await library.open(id);
        if (turn !== opening) return;
        if (kept !== null) return showReport({ report: kept.report, stills: kept.stills, file: kept.clip });
        showStart();
        note('That report is not kept in this browser, or was deleted.');
      } catch (reason) {
        showInAddress(null);
        fail(reason, true);
      }
    },
    importReport,
    judgeAgain({ prompt, settings }, file) {
      const { judge, reasoning } = settings;
      showStart({ file, prompt: prompt ?? '', judge, ...(reasoning === undefined ? {} : { reasoning }) });
      if (file === null) note('Choose the clip again to judge it; its file is not kept with this report.');
    },
    changeReport(report) {
      dispatch({ type: 'report_changed', report });
      window.clearTimeout(saving);
      saving = window.setTimeout(() => void saveScoring(report), REST_MILLISECONDS);
    },
    attachClip: (file) => dispatch({ type: 'clip_found', file }),
    showStart,
    async deleteReport(id) {
      await library.delete(id).catch(fail);
      await refresh();
    },
    async clearReports() {
      await library.clear().catch(fail);
      await refresh();
    },
    dismiss: () => dispatch({ type: 'dismissed' }),
  };
}
