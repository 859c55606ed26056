import { startTransition, useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import { LoupeError } from '../../domain/error.ts';
import type { Still } from '../../domain/frame.ts';
import type { Report } from '../../domain/report.ts';
import { AUTO, JUDGES } from '../../judges/catalogue.ts';
import { type ClipKept, LARGEST_KEPT_CLIP } from '../../library/library.ts';
import { formatBytes } from '../format.ts';
import { type AppState, type Draft, INITIAL_STATE, type OpenReport, reduceApp } from './app-state.ts';
import { readReportFile } from './report-file.ts';
import { reportInAddress, showInAddress } from './report-route.ts';
import { fetchSample, type Sample } from './sample.ts';
import { rememberedSettings } from './settings.ts';
import { loadEvaluate, useEvaluation } from './use-evaluation.ts';
import { useLibrary } from './use-library.ts';

const KEPT_NOTE: Record<ClipKept, string | null> = {
  kept: null,
  none: null,
  too_large: `The report is kept; the clip is not, because it is over ${formatBytes(LARGEST_KEPT_CLIP)}. To play it later, choose it again.`,
  no_room: 'The report is kept; there was no room for the clip. To play it later, choose it again.',
};

/** Everything the pages can do. Stable for the life of the app. */
export interface AppCommands {
  changeDraft(change: Partial<Draft>): void;
  chooseClip(file: File, others: number): void;
  judge(draft: Draft): Promise<void>;
  trySample(sample: Sample): Promise<void>;
  stop(): void;
  openReport(id: string): Promise<void>;
  importReport(file: File): Promise<void>;
  changeReport(report: Report): void;
  attachClip(file: File): void;
  showStart(draft?: Partial<Draft>): void;
  deleteReport(id: string): Promise<void>;
  clearReports(): Promise<void>;
  dismiss(): void;
}

/** A reload of a report shows no start page on the way. */
function firstState(initial: AppState): AppState {
  return reportInAddress(location.hash) === null ? initial : { ...initial, view: { name: 'opening' } };
}

export function useApp() {
  const [state, dispatch] = useReducer(reduceApp, INITIAL_STATE, firstState);
  const { start, stop, abandon } = useEvaluation(dispatch);
  const { library, entries, error: libraryError, refresh } = useLibrary();
  const saving = useRef(0);
  const opening = useRef(0);

  const fail = useCallback((reason: unknown, backToStart = false) => {
    dispatch({ type: 'failed', error: LoupeError.from(reason).toData(), backToStart });
  }, []);

  const keep = useCallback(
    async (report: Report, stills: readonly Still[], clip: File | null) => {
      try {
        const note = KEPT_NOTE[await library.save({ report, stills, clip })];
        if (note !== null) dispatch({ type: 'noted', text: note });
      } catch (reason) {
        // The report stays on the page; the person is told that it is only there.
        fail(reason);
      }
      await refresh();
    },
    [library, refresh, fail],
  );

  const commands = useMemo<AppCommands>(() => {
    // A report is a large page: as a transition it is built in small pieces, and the page stays responsive.
    const showReport = (open: OpenReport) => startTransition(() => dispatch({ type: 'report_opened', open }));
    const run = async ({ file, prompt, judge }: Draft) => {
      if (file === null) return;
      const settings = { ...(await rememberedSettings(library)), judge };
      const evaluation = await start({ file, prompt: prompt.trim() === '' ? null : prompt, settings });
      if (evaluation === null) return;
      const { report, stills } = evaluation;
      showReport({ report, stills, file });
      showInAddress(report.id);
      await library.saveSettings(settings).catch(() => undefined);
      await keep(report, stills, file);
    };

    return {
      changeDraft: (change) => dispatch({ type: 'draft', change }),
      chooseClip(file, others) {
        void loadEvaluate().catch(() => undefined);
        dispatch({ type: 'draft', change: { file } });
        if (others > 0)
          dispatch({
            type: 'noted',
            text: `Loupe judges one clip at a time: it took “${file.name}” and left the other ${others}.`,
          });
        else dispatch({ type: 'dismissed' });
      },
      judge: run,
      async trySample(sample) {
        try {
          const draft = { file: await fetchSample(sample), prompt: sample.prompt, judge: AUTO };
          dispatch({ type: 'draft', change: draft });
          await run(draft);
        } catch (reason) {
          fail(reason);
        }
      },
      stop,
      async openReport(id) {
        abandon();
        dispatch({ type: 'report_opening' });
        const turn = ++opening.current;
        try {
          const kept = await library.open(id);
          if (turn !== opening.current) return;
          if (kept === null) {
            showInAddress(null);
            dispatch({ type: 'start_shown' });
            dispatch({ type: 'noted', text: 'That report is not kept in this browser, or was deleted.' });
            return;
          }
          showReport({ report: kept.report, stills: kept.stills, file: kept.clip });
          showInAddress(id);
        } catch (reason) {
          showInAddress(null);
          fail(reason, true);
        }
      },
      async importReport(file) {
        try {
          const report = await readReportFile(file);
          // Stills and clip of a report that is here already stay with it.
          const kept = await library.open(report.id).catch(() => null);
          showReport({ report, stills: kept?.stills ?? [], file: kept?.clip ?? null });
          showInAddress(report.id);
          await keep(report, [], null);
        } catch (reason) {
          fail(reason);
        }
      },
      changeReport(report) {
        dispatch({ type: 'report_changed', report });
        // A slider moves many times a second; the library needs to know where it came to rest.
        window.clearTimeout(saving.current);
        saving.current = window.setTimeout(() => {
          const { judge, gateByParents, profile } = report.settings;
          library
            .saveSettings({ judge, gateByParents, profile })
            .then(() => keep(report, [], null))
            .catch(() => undefined);
        }, 400);
      },
      attachClip: (file) => dispatch({ type: 'clip_found', file }),
      showStart(draft) {
        abandon();
        showInAddress(null);
        dispatch(draft === undefined ? { type: 'start_shown' } : { type: 'start_shown', draft });
      },
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
  }, [library, start, stop, abandon, keep, refresh, fail]);

  // The judge chosen last time is offered again, as long as it still exists.
  useEffect(() => {
    void rememberedSettings(library).then(({ judge }) => {
      if (JUDGES.some(({ card }) => card.id === judge)) dispatch({ type: 'draft', change: { judge } });
    });
  }, [library]);

  // The address names the report: after a reload, and when the person goes back and forth.
  useEffect(() => {
    const follow = () => {
      const id = reportInAddress(location.hash);
      if (id === null) {
        abandon();
        dispatch({ type: 'start_shown' });
      } else void commands.openReport(id);
    };
    if (reportInAddress(location.hash) !== null) follow();
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, [commands, abandon]);

  return { state, commands, entries, libraryError };
}
