import { useCallback, useEffect, useMemo, useReducer } from 'react';
import { LoupeError } from '../../domain/error.ts';
import { type ClipKept, LARGEST_KEPT_CLIP } from '../../library/library.ts';
import { formatBytes } from '../format.ts';
import { createCommands } from './app-commands.ts';
import { type AppState, INITIAL_STATE, type OpenReport, reduceApp } from './app-state.ts';
import { reportInAddress } from './report-route.ts';
import { rememberedSettings } from './settings.ts';
import { useEvaluation } from './use-evaluation.ts';
import { useJudgeOffers } from './use-judge-offers.ts';
import { useLibrary } from './use-library.ts';

const KEPT_NOTE: Record<ClipKept, string | null> = {
  kept: null,
  none: null,
  too_large: `The report is kept; the clip is not, because it is over ${formatBytes(LARGEST_KEPT_CLIP)}. To play it later, choose it again.`,
  no_room: 'The report is kept; there was no room for the clip. To play it later, choose it again.',
};

/** A reload of a report shows no start page on the way. */
function firstState(initial: AppState): AppState {
  return reportInAddress(location.hash) === null ? initial : { ...initial, view: { name: 'opening' } };
}

/** The state of the app, and what can be done to it. */
export function useApp() {
  const [state, dispatch] = useReducer(reduceApp, INITIAL_STATE, firstState);
  const evaluation = useEvaluation(dispatch);
  const { library, entries, error: libraryError, refresh } = useLibrary();

  const keep = useCallback(
    async ({ report, stills, file }: OpenReport) => {
      try {
        const text = KEPT_NOTE[await library.save({ report, stills, clip: file })];
        if (text !== null) dispatch({ type: 'noted', text });
      } catch (reason) {
        // The report stays on the page; the person is told that it is only there.
        dispatch({ type: 'failed', error: LoupeError.from(reason).toData(), backToStart: false });
      }
      await refresh();
    },
    [library, refresh],
  );
  const commands = useMemo(
    () => createCommands({ dispatch, evaluation, library, refresh, keep }),
    [evaluation, library, refresh, keep],
  );

  // What was chosen last time is offered again.
  useEffect(() => {
    void rememberedSettings(library).then(({ judge, reasoning }) =>
      dispatch({ type: 'draft', change: { judge, reasoning } }),
    );
  }, [library]);

  // The address names the report: after a reload, and when the person goes back and forth.
  useEffect(() => {
    const follow = () => {
      const id = reportInAddress(location.hash);
      if (id === null) commands.showStart();
      else void commands.openReport(id);
    };
    if (reportInAddress(location.hash) !== null) follow();
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, [commands]);

  const judges = useJudgeOffers(state.view.name === 'start');

  return { state, commands, judges, entries, libraryError };
}
